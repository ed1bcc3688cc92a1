import functools
import json
import os

import pytest
from awscli.botocore.loaders import JSONFileLoader
from awscli.clidriver import create_clidriver

# Each run has a session of its own, which would read the same models again.
_load_file = functools.cache(functools.partial(JSONFileLoader.load_file, JSONFileLoader()))
JSONFileLoader.load_file = lambda _self, path: _load_file(path)


class CliError(Exception):
    """The AWS CLI ended with an error, which it wrote for people to read."""

    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


@pytest.fixture
def aws(profiles, capfd, monkeypatch):
    """
    Runs `aws` with these words, as the program does, in this process: starting Python costs more than the call.
    Returns what it printed, as the shell would read it: JSON if it is that.
    """
    monkeypatch.setenv("AWS_PAGER", "")

    def run(*words, profile="source"):
        capfd.readouterr()
        code = create_clidriver().main([*words, "--profile", profile])
        printed = capfd.readouterr()
        if code != 0:
            raise CliError(code, printed.err.strip())
        try:
            return json.loads(printed.out) if printed.out.strip() else None
        except json.JSONDecodeError:
            return printed.out.strip()

    return run


@pytest.fixture
def refused(aws):
    """Runs `aws`, which has to end with an error. Returns its text."""

    def run(*words, **options):
        with pytest.raises(CliError) as error:
            aws(*words, **options)
        assert error.value.code == 254 or error.value.code == 255
        return str(error.value)

    return run


@pytest.fixture
def written(tmp_path):
    """Writes a document to a file. Returns the words `file://…` for an option."""

    def write(document):
        path = tmp_path / f"document-{len(os.listdir(tmp_path))}.json"
        path.write_text(json.dumps(document))
        return f"file://{path}"

    return write
