"""What the tests of the algorithms share: running one as QGIS does, and keeping what it says."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)


class Log(QgsProcessingFeedback):
    """Keeps what an algorithm says, and is cancelled when it names the step `cancel_at`."""

    def __init__(self, cancel_at=""):
        super().__init__(False)
        self.told, self.warned, self.commands, self.errors, self.steps = [], [], [], [], []
        self._cancel_at = cancel_at

    def pushInfo(self, text):
        self.told.append(text)

    def pushWarning(self, text):
        self.warned.append(text)

    def pushCommandInfo(self, text):
        self.commands.append(text)

    def reportError(self, text, fatalError=False):
        self.errors.append(text)

    def setProgressText(self, text):
        self.steps.append(text)
        if text == self._cancel_at:
            self.cancel()


def run(name, parameters, context=None, log=None):
    """What QGIS does on [Run]: check, prepare, process, post-process."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"ofa:{name}")
    log = log or Log()
    context = context or project_context()
    well, told = algorithm.checkParameterValues(parameters, context)
    if not well:
        raise QgsProcessingException(told)
    results, done = algorithm.run(parameters, context, log)
    return results, done, log


def refused(name, parameters):
    """What QGIS says instead of running it."""
    with pytest.raises(QgsProcessingException) as caught:
        run(name, parameters)
    return str(caught.value)


def project_context():
    """With the layers of the open project."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context
