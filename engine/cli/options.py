"""Options that several commands share: name, help and the form of the value, each defined once.

A command annotates its parameter with one of these. This module knows no command.
"""

from typing import Annotated

import typer

Scene = Annotated[
    str, typer.Argument(metavar="SCENE", help="The raster to read: a GeoTIFF or anything else GDAL reads.")
]
Sensor = Annotated[str | None, typer.Option(help="The sensor of the scene; `engine sensors` lists them.", metavar="ID")]
Bands = Annotated[str | None, typer.Option(help="What each band of the file measures.", metavar="1=B02,2=B03,…")]
Units = Annotated[
    str | None,
    typer.Option(help="The units of the values: dn, dn+1000, reflectance, db, linear, uint8, …", metavar="ID"),
]
Crs = Annotated[str | None, typer.Option(help="The CRS of the scene; overrides the file's own.", metavar="EPSG:N|WKT")]
Nodata = Annotated[
    str | None,
    typer.Option(
        help="Values that mean no data, in any band. fill: treat undeclared fill as nodata where all bands hold it. "
        "none: such values were measured.",
        metavar="LOW[:HIGH],…|fill|none",
    ),
]
IgnoreNodata = Annotated[
    bool, typer.Option("--ignore-file-nodata", help="Treat the file's nodata values as ordinary values.")
]
SkipDamaged = Annotated[bool, typer.Option("--skip-damaged", help="Treat blocks that cannot be read as nodata.")]
Model = Annotated[str | None, typer.Option(help="The model to use; `engine models` lists them.", metavar="NAME|FOLDER")]
Layer = Annotated[str | None, typer.Option(help="The layer of LABELS to read.", metavar="NAME")]
Colours = Annotated[str | None, typer.Option(help="Colours of the classes.", metavar="water=#0072b2,…")]
Values = Annotated[str | None, typer.Option(help="Raster values of the classes on the map.", metavar="water=1,…")]
Confidence = Annotated[str | None, typer.Option(help="Also write a confidence raster, 0 to 1.", metavar="CONF.tif")]
Vector = Annotated[str | None, typer.Option(help="Also write the map as polygons.", metavar="MAP.gpkg")]
Extent = Annotated[str | None, typer.Option(help="The part to map, in the scene's CRS.", metavar="XMIN,YMIN,XMAX,YMAX")]
Device = Annotated[str, typer.Option(help="The device to compute on: auto, cpu, cuda or mps.", metavar="NAME")]
Precision = Annotated[str, typer.Option(help="The arithmetic of the model: auto, float32 or bfloat16.", metavar="NAME")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as one JSON object.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace existing outputs.")]
