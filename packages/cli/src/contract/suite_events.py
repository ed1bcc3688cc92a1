"""A pytest plugin that tells what each contract test came to: one JSON document a line, on file descriptor 3.

suite.py has loaded it before pytest would, which is told not to mind: PYTEST_DONT_REWRITE.
"""

import json
import os
import sys

EVENTS = 3
HYPOTHESIS = "_hypothesis_pytestplugin"


def tell(event):
    os.write(EVENTS, json.dumps(event).encode() + b"\n")


def pytest_runtest_logreport(report):
    tell(
        {
            "name": report.nodeid.split("::")[-1],
            "when": report.when,
            "outcome": report.outcome,
            "seconds": round(report.duration, 3),
            "text": words_of(report),
        }
    )


def pytest_sessionfinish(session):
    # Its summary would load all of hypothesis, to find that nothing was made up.
    plugins = session.config.pluginmanager
    if "hypothesis" not in sys.modules and plugins.has_plugin(HYPOTHESIS):
        plugins.unregister(name=HYPOTHESIS)


def words_of(report):
    """Why a test was skipped, or the lines in which pytest says what was wrong."""
    if report.passed:
        return ""
    if report.skipped and isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return report.longreprtext
