"""models: which models are at hand, the one that is taken unless another is named first."""

from typing import Any

from engine.model import added_model, model_card
from engine.progress import Report
from engine.protocol import ModelsRequest
from engine.words import say

REQUEST = ModelsRequest


def run(request: ModelsRequest, report: Report) -> dict[str, Any]:
    """The cards of all models.

    Returns:
        ``{"models": [card, …], "default": the name of the first, "added": the name of the one that has joined them}``;
        a name is None where there is no model.

    Raises:
        ModelError, OutputError: as `added_model.add`.
    """
    report(0, 1, say("looking for models"))
    added = added_model.add(request.add) if request.add else None
    cards = sorted(model_card.available(), key=lambda card: bool(card["mlm:name"] != model_card.DEFAULT_MODEL))
    report(1, 1, say("done"))
    return {
        "models": cards,
        "default": cards[0]["mlm:name"] if cards else None,
        "added": added and model_card.read_card(added)["mlm:name"],
    }
