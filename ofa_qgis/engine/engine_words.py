"""What the engine says, in the plugin's words: sentences that name controls of QGIS instead of command-line options.

`plain` is the one way from an engine's text (error, hint, warning, advice, question, source of a unit) to a user.
Pure text; knows no widgets. A test walks over every text of the engine.
"""

import re
from typing import Dict, List, Tuple

from ..i18n import tr

DOCK, TRAIN, PROCESSING = "dock", "train", "processing"  # where a text is shown
PARAMETERS = {
    "sensor": "SENSOR", "bands": "BANDS", "units": "UNITS", "nodata": "NODATA", "model": "MODEL", "device": "DEVICE",
    "extent": "EXTENT", "precision": "PRECISION", "skip-damaged": "SKIP_DAMAGED", "field": "FIELD", "layer": "LABELS",
    "labels": "LABELS", "out": "OUTPUT", "task": "TASK", "batch": "BATCH", "lr": "LEARNING_RATE", "bits": "BITS",
}  # fmt: skip
"""Option of the command line -> parameter of our Processing algorithms."""
OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*)\b")
UNITS = {"dn", "db"}  # their case is part of them
WORD = re.compile(r"[^\W\d_]+(?=[,;:.!?)]*(?:\s|$)|['’-][^\W\d_])")  # plain words, no paths and no identifiers
ENDS = (".", "!", "?", "…")

Rules = List[Tuple[str, str]]


def plain(text: str, hint: str = "", where: str = DOCK) -> str:
    """An engine's text as one or two sentences: what is wrong, and what to do.

    Args:
        text: what the engine says.
        hint: what it advises, if anything.
        where: `DOCK`, `TRAIN` (its second page) or `PROCESSING`: what an option is called there.
    """
    return " ".join(_sentence(_worded(part, where)) for part in (str(text), str(hint)) if part.strip())


def stage(name: str) -> str:
    """A stage of a job, as the engine calls it, in the user's language; as it is where it is not known."""
    return _stages().get(name) or (name[:1].upper() + name[1:])


def _sentence(text: str) -> str:
    """With a capital and an end; units, paths and identifiers keep their case."""
    text = text.strip()
    first = WORD.match(text)
    if first and first.group() not in UNITS:
        text = text[:1].upper() + text[1:]
    return text if text.endswith(ENDS) else f"{text}."


def _worded(text: str, where: str) -> str:
    text = _put(text, _commands())
    if where == PROCESSING:
        text = re.sub(r",? or --overwrite to (?:replace|add to) it", "", text)  # Processing asks that itself
        text = OPTION.sub(lambda found: PARAMETERS.get(found[1], found[0]), text)
    elif where == TRAIN:
        text = _put(text, _on_train_page())
    return _put(text, _everywhere())


def _put(text: str, rules: Rules) -> str:
    for pattern, words in rules:
        text = re.sub(pattern, lambda found, words=words: _filled(words, found), text)  # type: ignore[misc]
    return text


def _filled(words: str, found: "re.Match[str]") -> str:
    groups = {name: (value or "").replace("|", ", ") for name, value in found.groupdict().items()}
    return words.format(**groups, **_controls())


def _controls() -> Dict[str, str]:
    """What controls of the dock and of the algorithms are called, as they are shown."""
    names = {
        "Bands": tr("&Bands…"), "Output": tr("Outp&ut"), "Field": tr("Field"), "Labels": tr("Labels"),
        "Extent": tr("Extent"), "Chips": tr("Chips"), "Precision": tr("Precision"), "Task": tr("Task"),
        "LearningRate": tr("Learning rate"), "StartFrom": tr("Start from"), "Learn": tr("Learn"), "Name": tr("Name"),
        "Model": tr("Model"), "Bits": tr("Bits"), "Train": tr("Train"), "SkipDamaged": tr("Skip damaged blocks"),
        "Inspect": tr("Inspect a scene"),
    }  # fmt: skip
    return {key: tr("“{name}”").format(name=name.replace("&", "")) for key, name in names.items()}


def _commands() -> Rules:
    """Commands of a terminal: QGIS has another way."""
    return [
        (r"make a model with `engine finetune`, or map with labels: `engine classify`",
         tr("train a model on the page {Train}, or map with labels")),
        (r";? ?`engine doctor` tells [\w ]+", tr("; the set-up page (⚙) copies the diagnostics")),
        (r"`engine models` lists those that work", tr("the list {Model} has those that work")),
        (r" \(engine models lists them\)", ""),
        (r"see `engine inspect` of one of them", tr("look at one of them with {Inspect}")),
        (r"or set OFA_MODELS to the folder that holds your models", tr("or add your folder of models")),
        (r"see whether `gdalinfo [^`]*` can read it, and what it says",
         tr("see under Information in the layer’s properties whether QGIS can read it")),
        (r"give a file as `report\.json` holds it", tr("give a report.json of an earlier map")),
        (r"join the bands: .*?, and add --bands (?P<bands>\S+)",
         tr("join the bands with Raster > Miscellaneous > Build Virtual Raster, each file as a separate band; "
            "they are {bands}")),
        (r"(?:or )?--ignore-file-nodata reads the file's nodata value as data",
         tr("untick “No data value” under Transparency in the layer’s properties")),
    ]  # fmt: skip


def _everywhere() -> Rules:
    """Options, as clauses of hints and by themselves; longer ones first."""
    set_crs = tr("set the scene’s CRS with Layer > Set CRS of Layer(s)")
    another = tr("give another name under {Output}")
    choose_field = tr("choose the field of the class under {Field}")
    return [
        # bands, sensor, units and fill: the table that the dock opens
        (r"give the scene in those units, say what its numbers are with --units",
         tr("give the scene in those units, choose its units under {Bands}")),
        (r"(?:give )?--units (?P<units>\S+)", tr("choose the units under {Bands} ({units})")),
        (r"say what the band is with --bands, e\.g\..*", tr("say under {Bands} what the band is")),
        (r"say which band it is with --bands", tr("say under {Bands} which band it is")),
        (r"name it with --bands \S+", tr("say under {Bands} what it is")),
        (r"number bands from 1,? (?:as )?in --bands(?: \d\S*)?", tr("number bands from 1")),
        (r"give another --sensor than (?P<sensor>.+?), or correct the band with --bands",
         tr("choose another sensor than {sensor}, or correct the band, under {Bands}")),
        (r"give --sensor with one of: (?P<names>.+)", tr("choose the sensor under {Bands}: {names}")),
        (r"(?:give )?--sensor \S+", tr("choose the sensor under {Bands}")),
        (r"say which with --bands", tr("say which under {Bands}")),
        (r"(?:write |give )?--bands @wavelengths\.txt \(one wavelength in nm a line\)",
         tr("load the wavelengths under {Bands}")),
        (r"--bands NUMBER=\S+ for the bad bands \(.*\)", tr("leave the bad bands out under {Bands}")),
        (r"(?:write |give )?--bands \S+(?: \(or .*\))?", tr("name the bands under {Bands}")),
        (r"[Gg]ive --nodata none if it was measured", tr("Say under {Bands} if it was measured")),
        (r"(?:give )?--nodata \S+, or --nodata none if they were measured",
         tr("say under {Bands} whether they are nodata or were measured")),
        (r"give --nodata LOW:HIGH", tr("set them under Transparency in the layer’s properties")),
        # where the scene and the labels are
        (r"(?:and )?name the scene's(?: CRS)?: --crs \S+", set_crs),
        (r"give --crs \S+, or one as WKT", set_crs),
        (r"or --crs to the scene if its own is wrong", tr("or correct the scene’s with Layer > Set CRS of Layer(s)")),
        (r"name the field of the class, if this is another one: --field \S+?(?=;|$)",
         tr("choose another field under {Field}, if the class is in another one")),
        (r"name the field of the class: --field \S+", choose_field),
        (r"add a field that holds the class, and name it: --field",
         tr("add a field that holds the class, and choose it under {Field}")),
        (r"name another field: --field NAME", tr("choose another field under {Field}")),
        (r"name another field: --field (?P<names>.+)", tr("choose another field under {Field}: {names}")),
        (r"name it: --field", choose_field),
        (r"name one of them: --layer \S+", tr("load one of them as a layer, and choose it under {Labels}")),
        (r"give a table to --labels", tr("choose a table under {Labels}")),
        # what is written
        (r"give another (?:name|folder), or --overwrite to (?:replace|add to) it", another),
        (r"give another --out, or --overwrite to replace it", another),
        (r"start a new run, with another --out", tr("start a new run with another name under {Output}")),
        (r"give another --out", another),
        (r"give --out [^\s,]+(?:, or --out \S+ for chips|, a folder for the model)?", tr("give a name under {Output}")),
        (r"give one of them to --bits", tr("choose one of them under {Bits}")),
        # where and how the model computes
        (r"use --device auto or --device cpu", tr("set the device to auto or cpu")),
        (r"give one of them to --device, or cuda:1 for the second of several", tr("choose one of them")),
        (r"choose another --device", tr("choose another device")),
        (r"or --device cpu", tr("or set the device to cpu")),
        (r"give one of them to --precision", tr("choose one of them under {Precision}")),
        (r"use --precision auto", tr("choose auto under {Precision}")),
        (r"give one of them to --model", tr("choose one of them under {Model}")),
        (r"choose a smaller --extent", tr("choose a smaller area under {Extent}")),
        (r"leave out --extent", tr("leave {Extent} empty")),
        (r"or --skip-damaged to do without these",
         tr("or do without these: {SkipDamaged} of the algorithms in the Processing toolbox")),
        # classes and training
        (r"give each class a value of its own: --values \S+", tr("give each class a value of its own")),
        (r"give --values \S+", tr("give each class a whole number from 1 to 255")),
        (r"give --colours \S+", tr("choose another colour in the list of classes")),
        (r"take it out of --classes", tr("take it out of the classes")),
        (r"name some of those in --classes", tr("choose some of those as classes")),
        (r"name a second one in --classes", tr("choose a second class")),
        (r"give --task (?P<task>multilabel)", tr("choose “{task}” under {Task}")),
        (r"give one to --task", tr("choose one under {Task}")),
        (r"give --batch (?P<count>\S+)", tr("set {Chips} to {count}")),
        (r"give --lr (?P<rate>\S+)", tr("set {LearningRate} to {rate}")),
    ]  # fmt: skip


def _on_train_page() -> Rules:
    """What is called otherwise there."""
    another = tr("give another name under {Name}")
    return [
        (r"give another (?:name|folder|--out), or --overwrite to (?:replace|add to) it", another),
        (r"start a new run, with another --out", another),
        (r"give another --out", another),
        (r"give --out [^\s,]+(?:, or --out \S+ for chips|, a folder for the model)?", tr("give a name under {Name}")),
        (r"give one of them to --model", tr("choose one of them under {StartFrom}")),
        (r"give --task (?P<task>\S+)", tr("choose another kind under {Learn}")),
        (r"give one to --task", tr("choose another kind under {Learn}")),
    ]  # fmt: skip


def _stages() -> Dict[str, str]:
    return {
        "reading": tr("Reading the scene"),
        "labels": tr("Learning from the labels"),
        "mapping": tr("Mapping"),
        "embedding": tr("Computing features"),
        "polygons": tr("Drawing polygons"),
        "report": tr("Writing the report"),
        "chips": tr("Looking at chips"),
        "head": tr("Preparing the head"),
        "training": tr("Training"),
        "drawing": tr("Drawing examples"),
        "checking": tr("Checking the machine"),
    }
