"""The options that several commands share, each once: what it is called, what its help says, how its value is written.

A command that takes one annotates a parameter of that name with it. Knows no command.
"""

from typing import Annotated

import typer

Scene = Annotated[str, typer.Argument(metavar="SCENE", help="A raster: GeoTIFF or anything GDAL reads.")]
Sensor = Annotated[str | None, typer.Option(help="What took the scene; see `engine sensors`.", metavar="ID")]
Bands = Annotated[str | None, typer.Option(help="What the layer's bands are.", metavar="1=B02,2=B03,…")]
Units = Annotated[str | None, typer.Option(help="dn, dn+1000, reflectance, db, linear, uint8, …", metavar="ID")]
Crs = Annotated[str | None, typer.Option(help="The scene's CRS, before what the file says.", metavar="EPSG:N|WKT")]
Nodata = Annotated[
    str | None,
    typer.Option(
        help="Values without meaning, in any band. fill: what looks like fill, where all bands hold it. "
        "none: that was measured.",
        metavar="LOW[:HIGH],…|fill|none",
    ),
]
IgnoreNodata = Annotated[bool, typer.Option("--ignore-file-nodata", help="The file's nodata values are ordinary.")]
SkipDamaged = Annotated[bool, typer.Option("--skip-damaged", help="Blocks that cannot be read become nodata.")]
Model = Annotated[str | None, typer.Option(help="See `engine models`.", metavar="NAME|FOLDER")]
Layer = Annotated[str | None, typer.Option(help="Which layer of LABELS.", metavar="NAME")]
Colours = Annotated[str | None, typer.Option(help="Of classes, before what LABELS say.", metavar="water=#0072b2,…")]
Values = Annotated[str | None, typer.Option(help="Of classes on the map, before what LABELS say.", metavar="water=1,…")]
Confidence = Annotated[str | None, typer.Option(help="Confidence, 0 to 1.", metavar="CONF.tif")]
Vector = Annotated[str | None, typer.Option(help="The map as polygons.", metavar="MAP.gpkg")]
Extent = Annotated[str | None, typer.Option(help="In the scene's CRS.", metavar="XMIN,YMIN,XMAX,YMAX")]
Device = Annotated[str, typer.Option(help="auto, cpu, cuda or mps.", metavar="NAME")]
Precision = Annotated[str, typer.Option(help="auto, float32 or bfloat16.", metavar="NAME")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace outputs that exist.")]
