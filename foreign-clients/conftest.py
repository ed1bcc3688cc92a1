"""
AWS's Python clients against a local AWS that a jest test has started (test/foreign-clients.socket.test.ts): the
endpoint is in AWS_ENDPOINT_URL, its clock runs some hundred times faster than the wall, and each test has two
accounts of its own, `source` and `target`, with a role in the source that the target may assume.
"""

import itertools
import json
import os
import urllib.request

import pytest
from local_aws import EXTERNAL_ID, FIRST_ACCOUNT, Accounts

_numbers = itertools.count()


@pytest.fixture
def accounts():
    number = next(_numbers)
    first = FIRST_ACCOUNT + 2 * number
    return Accounts(str(first), str(first + 1), f"d{number}.example.com")


@pytest.fixture
def profiles(accounts, tmp_path, monkeypatch):
    """Profiles `source`, `target` and `mover`, which is the target in the role of the source. Nothing is in ~/.aws."""
    config = tmp_path / "config"
    credentials = tmp_path / "credentials"
    config.write_text(
        "".join(f"[profile {name}]\nregion = us-east-1\noutput = json\n" for name in ("source", "target"))
        + "[profile mover]\nregion = us-east-1\noutput = json\nsource_profile = target\n"
        + f"role_arn = {accounts.role_arn}\nexternal_id = {EXTERNAL_ID}\n"
    )
    credentials.write_text(
        "".join(
            f"[{name}]\naws_access_key_id = {account}\naws_secret_access_key = any\n"
            for name, account in (("source", accounts.source), ("target", accounts.target))
        )
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    # Sessions of roles are cached below it.
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def later():
    """Lets virtual time pass at once."""

    def advance(seconds=600):
        request = urllib.request.Request(
            f"{os.environ['AWS_ENDPOINT_URL']}/_local/advance",
            data=json.dumps({"seconds": seconds}).encode(),
        )
        with urllib.request.urlopen(request) as answer:
            assert answer.status == 200

    return advance


def pytest_runtest_logreport(report):
    """One line for each phase of a case, for the jest test that shows them as its own."""
    path = os.environ.get("PYTEST_REPORT")
    if path:
        text = "" if report.passed else str(report.longrepr)
        with open(path, "a") as file:
            file.write(json.dumps({"nodeid": report.nodeid, "outcome": report.outcome, "text": text}) + "\n")
