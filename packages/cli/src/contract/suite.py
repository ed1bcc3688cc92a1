"""Runs the contract suite of cloudformation-cli (`cfn test`) against a local AWS.

Two things of the suite are replaced, since they would leave this machine or waste its time; all else is AWS's own:

* the endpoint of STS, which the suite builds itself and for which it reads no AWS_ENDPOINT_URL
  (rpdk/core/boto_helpers.py, get_service_endpoint);
* the wait before a callback: the virtual clock is moved on instead (rpdk/core/contract/resource_client.py).

A session or client of boto3 that was made before is taken again: the suite makes one of STS for each call of the
handler. Modules that `cfn test` has no use for are left out: they are most of its start.

It loads all of that at once, with boto3's models of the services, and then waits for one line of JSON on standard input:
the local AWS's endpoint, and the words of `cfn`. What each test comes to is told by suite_events.py, which pytest
loads through PYTEST_PLUGINS.
"""

import functools
import gc
import http.client
import json
import os
import sys
import types
import urllib.parse

import suite_events  # noqa: F401

MISSING_PACKAGE = 3
SERVICES = ["sts", "cloudformation", "lambda"]


def main():
    # Python was started with -B, so that it puts nothing beside suite_events.py: a build would take that for a change of
    # its sources. Packages keep what is compiled of them: a new .venv has nothing of it yet.
    sys.dont_write_bytecode = False
    # What is loaded stays: looking through it for garbage takes a tenth of a second, and more while tests run.
    gc.disable()
    leave_out_modules()
    try:
        from rpdk.core import boto_helpers, cli
        from rpdk.core.contract import resource_client
    except ImportError as error:
        print(f"{sys.executable}: {error}", file=sys.stderr)
        sys.exit(MISSING_PACKAGE)
    boto_helpers.Boto3Session = keeping_what_it_makes(boto_helpers.Boto3Session)
    session = boto_helpers.create_sdk_session(os.environ["AWS_REGION"])
    for service in SERVICES:
        session.client(service)
    gc.freeze()
    gc.enable()
    line = sys.stdin.readline()
    if not line:
        return  # Whoever started it is gone.
    begin = json.loads(line)
    endpoint = begin["endpoint"]
    os.environ["AWS_ENDPOINT_URL"] = endpoint
    boto_helpers.get_service_endpoint = lambda service, region: endpoint
    resource_client.sleep = clock_of(endpoint)
    cli.main(begin["words"])


def leave_out_modules():
    """Those of other commands of `cfn`, with cfn-lint and docker, and a C library that botocore does without."""
    leave_out("docker", from_env=None)
    leave_out("rpdk.core.build_image", setup_subparser=lambda subparsers, parents: None)
    leave_out("rpdk.core.fragment.lint_warning_printer", print_cfn_lint_warnings=None)
    sys.modules["awscrt"] = None


def leave_out(name, **names):
    """Puts a module in the place of this one that has these names only."""
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(names)


def keeping_what_it_makes(session):
    class Session(session):
        @functools.cache
        def client(self, service, **options):
            return super().client(service, **options)

    return functools.cache(Session)


def clock_of(endpoint):
    """Moves the local AWS's clock on, and everything in it that happens meanwhile."""
    address = urllib.parse.urlsplit(endpoint).netloc

    def let_pass(seconds):
        # A kept connection would be closed where a handler takes seconds, and this client does not look before it asks.
        connection = http.client.HTTPConnection(address)
        connection.request("POST", "/_local/advance", json.dumps({"seconds": seconds}))
        connection.getresponse().read()
        connection.close()

    return let_pass


def status_of(program):
    try:
        program()
        return 0
    except SystemExit as end:
        return end.code or 0


if __name__ == "__main__":
    status = status_of(main)
    sys.stdout.flush()
    sys.stderr.flush()
    # Python would first take everything apart that it has loaded: half a second.
    os._exit(status)
