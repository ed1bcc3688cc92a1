"""Runs the contract suite of cloudformation-cli (`cfn test`) against a local AWS.

Two things of the suite are replaced, since they would leave this machine or waste its time; all else is AWS's own:

* the endpoint of STS, which the suite builds itself and for which it reads no AWS_ENDPOINT_URL
  (rpdk/core/boto_helpers.py, get_service_endpoint);
* the wait before a callback: the virtual clock is moved on instead (rpdk/core/contract/resource_client.py).

Two modules of other commands of `cfn` are left out: they import cfn-lint and docker, most of its start.

It loads all of that at once, and then waits for one line of JSON on standard input: the local AWS's endpoint, and
the words of `cfn`. What each test comes to is told by suite_events.py, which pytest loads through PYTEST_PLUGINS.
"""

import json
import os
import sys
import types
import urllib.request

MISSING_PACKAGE = 3


def main():
    leave_out("rpdk.core.build_image", setup_subparser=lambda subparsers, parents: None)
    leave_out("rpdk.core.fragment.lint_warning_printer", print_cfn_lint_warnings=None)
    try:
        from rpdk.core import boto_helpers, cli
        from rpdk.core.contract import resource_client
    except ImportError as error:
        print(f"{sys.executable}: {error}", file=sys.stderr)
        sys.exit(MISSING_PACKAGE)
    line = sys.stdin.readline()
    if not line:
        return  # Whoever started it is gone.
    begin = json.loads(line)
    endpoint = begin["endpoint"]
    os.environ["AWS_ENDPOINT_URL"] = endpoint
    boto_helpers.get_service_endpoint = lambda service, region: endpoint
    resource_client.sleep = lambda seconds: let_pass(endpoint, seconds)
    cli.main(begin["words"])


def leave_out(name, **names):
    """Puts a module in the place of this one that has these names only."""
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(names)


def let_pass(endpoint, seconds):
    """Moves the local AWS's clock on, and everything in it that happens meanwhile."""
    request = urllib.request.Request(
        f"{endpoint}/_local/advance",
        data=json.dumps({"seconds": seconds}).encode(),
        method="POST",
    )
    # No proxy of the machine: the endpoint is on loopback.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request) as response:
        response.read()


if __name__ == "__main__":
    main()
