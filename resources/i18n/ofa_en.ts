<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>give the map that `engine classify` wrote with --out</source>
      <translation>choose a map of classes, such as that of the dock</translation>
    </message>
    <message>
      <source>give --points {least} or more</source>
      <translation>draw {least} points or more</translation>
    </message>
    <message>
      <source>draw a sample: engine sample MAP --out SAMPLE.gpkg, and answer its points</source>
      <translation>draw a sample on the page Accuracy of the dock, and answer its points</translation>
    </message>
    <message>
      <source>take the file as `engine sample` wrote it; only the fields answer and skipped may change</source>
      <translation>take the file as it was drawn; only the fields answer and skipped may change</translation>
    </message>
    <message>
      <source>give two scenes with the same bands, or say what they are with --bands</source>
      <translation>give two scenes with the same bands, or say what they are under {Bands}</translation>
    </message>
    <message>
      <source>give scenes with the same kind of numbers, or say what they are with --units</source>
      <translation>give scenes with the same kind of numbers, or choose their units under {Units}</translation>
    </message>
    <message>
      <source>give --values NAME=NUMBER</source>
      <translation>give each class a whole number from 1 to 255</translation>
    </message>
    <message>
      <source>give each class a value of its own: --values NAME=NUMBER</source>
      <translation>give each class a value of its own</translation>
    </message>
    <message>
      <source>give --colours NAME=#RRGGBB</source>
      <translation>choose another colour in the list of classes</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, 5000m2 or 20px</source>
      <translation>write 0.5ha, 5000m2 or 20px</translation>
    </message>
    <message>
      <source>name it once in --merge</source>
      <translation>name it once</translation>
    </message>
    <message>
      <source>add it: --merge {name}={name}+…, or give the new class another name</source>
      <translation>add it: {name}={name}+…, or give the new class another name</translation>
    </message>
    <message>
      <source>give one of them to --device, or cuda:1 for the second of several</source>
      <translation>choose one of them</translation>
    </message>
    <message>
      <source>use --device auto or --device cpu; `engine doctor` tells what torch finds</source>
      <translation>set the device to auto or cpu; the set-up page (⚙) copies the diagnostics</translation>
    </message>
    <message>
      <source>reinstall torch; `engine doctor` tells what it finds</source>
      <translation>reinstall torch; the set-up page (⚙) copies the diagnostics</translation>
    </message>
    <message>
      <source>close other programs on the device, or --device cpu</source>
      <translation>close other programs on the device, or set the device to cpu</translation>
    </message>
    <message>
      <source>join the bands: {command}, and add --bands {bands}</source>
      <translation>join the bands with Raster &gt; Miscellaneous &gt; Build Virtual Raster, each file as a separate band; they are {bands}</translation>
    </message>
    <message>
      <source>give --crs EPSG:32633, or one as WKT</source>
      <translation>set the scene’s CRS with Layer &gt; Set CRS of Layer(s)</translation>
    </message>
    <message>
      <source>{mend}, or --skip-damaged to do without these</source>
      <translation>{mend}, or do without these: {SkipDamaged}</translation>
    </message>
    <message>
      <source>see whether `gdalinfo {name}` can read it, and what it says</source>
      <translation>see under Information in the layer’s properties whether QGIS can read it</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller --extent</source>
      <translation>close other programs, or choose a smaller area under {Extent}</translation>
    </message>
    <message>
      <source>give one of them to --precision</source>
      <translation>choose one of them under {Precision}</translation>
    </message>
    <message>
      <source>use --precision auto</source>
      <translation>choose auto under {Precision}</translation>
    </message>
    <message>
      <source>leave out --extent</source>
      <translation>leave {Extent} empty</translation>
    </message>
    <message>
      <source>see `engine inspect` of one of them</source>
      <translation>look at one of them with {Inspect}</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, --merge crops=wheat+maize or --vector MAP.gpkg</source>
      <translation>give a minimum area, classes to merge, or polygons</translation>
    </message>
    <message>
      <source>give --vector MAP.gpkg as well</source>
      <translation>give the polygons as well</translation>
    </message>
    <message>
      <source>give its classes smaller numbers: gdal_calc --calc</source>
      <translation>give its classes smaller numbers: Raster Calculator</translation>
    </message>
    <message>
      <source>merge some with --merge</source>
      <translation>merge some</translation>
    </message>
    <message>
      <source>give --classes 12</source>
      <translation>12 are a good start</translation>
    </message>
    <message>
      <source>leave out --density, or give --crs</source>
      <translation>leave out the density, or set the CRS of the layer</translation>
    </message>
    <message>
      <source>the scene does not say how large its pixels are, so --size has no meaning</source>
      <translation>the scene does not say how large its pixels are, so a diameter in metres has no meaning</translation>
    </message>
    <message>
      <source>give outlines, or --crs</source>
      <translation>give outlines, or set the CRS of the layer</translation>
    </message>
    <message>
      <source>give one of them to --shape</source>
      <translation>choose one of them</translation>
    </message>
    <message>
      <source>expected a diameter in metres for --size</source>
      <translation>expected a diameter in metres</translation>
    </message>
    <message>
      <source>give --size 5</source>
      <translation>give 5, for example</translation>
    </message>
    <message>
      <source>expected a score from 0 to 1 for --min-score</source>
      <translation>expected a lowest score from 0 to 1</translation>
    </message>
    <message>
      <source>leave it out, or give --min-score 0.3</source>
      <translation>leave it empty, or give 0.3</translation>
    </message>
    <message>
      <source>choose another --device, or update the graphics driver</source>
      <translation>choose another device, or update the graphics driver</translation>
    </message>
    <message>
      <source>expected a number for --threshold</source>
      <translation>expected a number as the threshold</translation>
    </message>
    <message>
      <source>give --threshold 0.5</source>
      <translation>0.5 is a start</translation>
    </message>
    <message>
      <source>give one of them to --hits-as</source>
      <translation>choose one of them</translation>
    </message>
    <message>
      <source>give a map that `engine similar`, `engine change` or `engine regress` wrote with --out</source>
      <translation>choose a map of similarity, change or values</translation>
    </message>
    <message>
      <source>give the field of the labels that holds the class: --field NAME</source>
      <translation>choose the field of the labels that holds the class</translation>
    </message>
    <message>
      <source>leave out --unchanged or --field-after</source>
      <translation>leave out the class of what has not changed, or the class field of the later date</translation>
    </message>
    <message>
      <source>give its name: --unchanged NAME</source>
      <translation>give the name of the class of what has not changed</translation>
    </message>
    <message>
      <source>make a model with `engine finetune` or `engine classify --save-model`, or map with labels</source>
      <translation>train a model on the page {Train}, or map with labels</translation>
    </message>
    <message>
      <source>leave out --applicability</source>
      <translation>do without the raster of dissimilarity</translation>
    </message>
    <message>
      <source>give --standard-error 0.02 for an interval of about 4 points to either side</source>
      <translation>0.02 gives an interval of about 4 points to either side</translation>
    </message>
    <message>
      <source>expected whole numbers from 0 on for --points and --seed</source>
      <translation>expected whole numbers from 0 on for points and seed</translation>
    </message>
    <message>
      <source>give --anticipated water=0.9,forest=0.7</source>
      <translation>write water=0.9,forest=0.7</translation>
    </message>
    <message>
      <source>give a place in the scene's CRS: --at 500100,5799900</source>
      <translation>give a place in the scene</translation>
    </message>
    <message>
      <source>give --at X,Y</source>
      <translation>give each as X,Y</translation>
    </message>
    <message>
      <source>leave some out, or label classes and use `engine classify`</source>
      <translation>leave some out, or label classes and map them</translation>
    </message>
    <message>
      <source>name the field of the class, if this is another one: --field NAME; or merge classes</source>
      <translation>choose another field under {Field}, if the class is in another one; or merge classes</translation>
    </message>
    <message>
      <source>label places that hold data; if these do, --ignore-file-nodata reads the file's nodata value as data</source>
      <translation>label places that hold data; if these do, untick “No data value” under Transparency in the layer’s properties</translation>
    </message>
    <message>
      <source>name the field that holds the values: --field NAME</source>
      <translation>name the field that holds the values under {Field}</translation>
    </message>
    <message>
      <source>say how large an object is, in metres: --size 5</source>
      <translation>say how large an object is: its diameter in metres</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE</source>
      <translation>set the scene’s CRS with Layer &gt; Set CRS of Layer(s)</translation>
    </message>
    <message>
      <source>give labels in the scene's coordinates; or assign the labels their CRS, and name the scene's: --crs EPSG:CODE</source>
      <translation>give labels in the scene’s coordinates; or assign the labels their CRS, and set the scene’s CRS with Layer &gt; Set CRS of Layer(s)</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, or --crs to the scene if its own is wrong</source>
      <translation>assign the labels the CRS that they were drawn in, or correct the scene’s with Layer &gt; Set CRS of Layer(s)</translation>
    </message>
    <message>
      <source>name a field of numbers: --field {fields}</source>
      <translation>choose a field of numbers under {Field}: {fields}</translation>
    </message>
    <message>
      <source>add a field that holds the class, and name it: --field</source>
      <translation>add a field that holds the class, and choose it under {Field}</translation>
    </message>
    <message>
      <source>name the field of the class: --field NAME</source>
      <translation>choose the field of the class under {Field}</translation>
    </message>
    <message>
      <source>name one of them: --layer NAME</source>
      <translation>load one of them as a layer, and choose it under {Labels}</translation>
    </message>
    <message>
      <source>fill the field, or name another field: --field {fields}</source>
      <translation>fill the field, or choose another field under {Field}: {fields}</translation>
    </message>
    <message>
      <source>leave out --applicability, or learn from labels with each class in two or more places</source>
      <translation>do without the raster of dissimilarity, or learn from labels with each class in two or more places</translation>
    </message>
    <message>
      <source>label each class in two or more places, or leave out --applicability</source>
      <translation>label each class in two or more places, or do without the raster of dissimilarity</translation>
    </message>
    <message>
      <source>give the same sources, in the same order, with --with</source>
      <translation>give the same sources, in the same order, as further layers</translation>
    </message>
    <message>
      <source>give the scene in those units, say what its numbers are with --units, or train a model on such scenes</source>
      <translation>give the scene in those units, choose its units under {Units}, or train a model on such scenes</translation>
    </message>
    <message>
      <source>give a scene with it, or say which band it is with --bands</source>
      <translation>give a scene with it, or say under {Bands} which band it is</translation>
    </message>
    <message>
      <source>leave out --with, or classify with labels</source>
      <translation>leave out the further layers, or classify with labels</translation>
    </message>
    <message>
      <source>classify it with labels: engine classify SCENE LABELS --field NAME --out MAP.tif</source>
      <translation>classify it with labels</translation>
    </message>
    <message>
      <source>give two scenes: engine change BEFORE AFTER --out CHANGE.tif</source>
      <translation>choose two layers</translation>
    </message>
    <message>
      <source>give --false-alarms 0.01</source>
      <translation>0.01 is a start</translation>
    </message>
    <message>
      <source>give --changes CHANGES.gpkg, too</source>
      <translation>give a file for the polygons, too</translation>
    </message>
    <message>
      <source>give --align to move it as it is read, or --shift-ok to compare them as they are</source>
      <translation>tick {Align}: it is moved as it is read</translation>
    </message>
    <message>
      <source>give --min-area in px</source>
      <translation>write it in pixels, such as 20px</translation>
    </message>
    <message>
      <source>give --sensor sentinel-1 or sentinel-2 if it is one, or take a model that reads any bands, e.g. ofa-tiny</source>
      <translation>choose Sentinel-1 or Sentinel-2 as the sensor in {Bands} if it is one, or take a model that reads any bands, e.g. ofa-tiny</translation>
    </message>
    <message>
      <source>copy the model folder again; `engine models` lists those that work</source>
      <translation>copy the model folder again; the list {Model} has those that work</translation>
    </message>
    <message>
      <source>give one of them to --model, or set OFA_MODELS to the folder that holds your models</source>
      <translation>choose one of them under {Model}, or add your folder of models</translation>
    </message>
    <message>
      <source>get {backbone} with `engine models pull`, or copy its folder to your models</source>
      <translation>copy the folder of {backbone} to your models</translation>
    </message>
    <message>
      <source>take a model with a spectral embedding, which reads any bands (`engine models` lists them)</source>
      <translation>take a model with a spectral embedding, which reads any bands</translation>
    </message>
    <message>
      <source>say what the band is with --bands, e.g. --bands 1=665nm or --bands 1=VV</source>
      <translation>say under {Bands} what the band is</translation>
    </message>
    <message>
      <source>give one of them to --bits</source>
      <translation>choose one of them under {Bits}</translation>
    </message>
    <message>
      <source>give --out {example}</source>
      <translation>give a name under {Output}</translation>
    </message>
    <message>
      <source>give another name, or --overwrite to replace it</source>
      <translation>give another name under {Output}</translation>
    </message>
    <message>
      <source>give another folder, or --overwrite to add to it</source>
      <translation>give another folder under {Output}</translation>
    </message>
    <message>
      <source>{what} that no file declares, and it counts as nodata ({name}: {fill}). Give --nodata none if it was measured.</source>
      <translation>{what} that no file declares, and it counts as nodata ({name}: {fill}). Say under {Nodata} if it was measured.</translation>
    </message>
    <message>
      <source>{hint}, after its name: --with {name},…</source>
      <translation>{hint}; answer it for the layer {name}</translation>
    </message>
    <message>
      <source>--nodata {answer}, or --nodata none if they were measured</source>
      <translation>under {Nodata}, whether they are nodata ({answer}) or were measured (none)</translation>
    </message>
    <message>
      <source>leave out --mask; make a nodata value of what you mask yourself</source>
      <translation>leave the mask empty; make a nodata value of what you mask yourself</translation>
    </message>
    <message>
      <source>give --mask {none}, or some of {kinds}</source>
      <translation>give {none} as the mask, or some of {kinds}</translation>
    </message>
    <message>
      <source>assign one, or give --crs</source>
      <translation>assign one to the layer</translation>
    </message>
    <message>
      <source>expected --grid to be the name of a source or a number of metres; found {grid}</source>
      <translation>expected the grid to be the name of a source or a number of metres; found {grid}</translation>
    </message>
    <message>
      <source>give --nodata LOW:HIGH; NaN is nodata anyway</source>
      <translation>set them under Transparency in the layer’s properties; NaN is nodata anyway</translation>
    </message>
    <message>
      <source>give --units {units}</source>
      <translation>choose the units under {Units} ({units})</translation>
    </message>
    <message>
      <source>--units {units}</source>
      <translation>the units, under {Units}: {units}</translation>
    </message>
    <message>
      <source>leave it out: --bands {index}={unused}</source>
      <translation>leave it out under {Bands}</translation>
    </message>
    <message>
      <source>write --bands 1=B02,2=665nm</source>
      <translation>name the bands under {Bands}</translation>
    </message>
    <message>
      <source>number bands from 1, as in --bands 1=B02</source>
      <translation>number bands from 1</translation>
    </message>
    <message>
      <source>give --sensor with one of: {names}</source>
      <translation>choose one under {Sensor}: {names}</translation>
    </message>
    <message>
      <source>number bands from 1 in --bands</source>
      <translation>number bands from 1</translation>
    </message>
    <message>
      <source>give another --sensor than {sensor}, or correct the band with --bands</source>
      <translation>choose another sensor than {sensor} under {Sensor}, or correct the band under {Bands}</translation>
    </message>
    <message>
      <source>{said}: name it with --bands {number}=NAME</source>
      <translation>{said}: say under {Bands} what it is</translation>
    </message>
    <message>
      <source>--bands @wavelengths.txt (one wavelength in nm a line)</source>
      <translation>the wavelengths, loaded from a file under {Bands}</translation>
    </message>
    <message>
      <source>--bands 1={name} (or {others})</source>
      <translation>what the band is, under {Bands}: {name} (or {others})</translation>
    </message>
    <message>
      <source>--bands {bands}</source>
      <translation>the names of the bands, under {Bands}: {bands}</translation>
    </message>
    <message>
      <source>--bands NUMBER={unused},... for the bad bands (--bands 1={unused} leaves out band 1)</source>
      <translation>the bad bands, left out under {Bands}</translation>
    </message>
    <message>
      <source>--sensor {sensors}</source>
      <translation>the sensor, under {Sensor}: {sensors}</translation>
    </message>
    <message>
      <source>ask for fewer: --classes {fewer}</source>
      <translation>ask for fewer: {fewer} classes</translation>
    </message>
    <message>
      <source>{one}|{others}</source>
      <translation>{one}, {others}</translation>
    </message>
    <message>
      <source>start a new run, with another --out</source>
      <translation>start a new run with another name under {Output}</translation>
    </message>
    <message>
      <source>name it: --field</source>
      <translation>choose it under {Field}</translation>
    </message>
    <message>
      <source>put the chips of each class into a folder of its name, or give a table to --labels</source>
      <translation>put the chips of each class into a folder of its name, or choose a table under {Labels}</translation>
    </message>
    <message>
      <source>give chips of one product, or say which with --bands</source>
      <translation>give chips of one product, or say which under {Bands}</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE; without a place on the ground, give labels on its own grid</source>
      <translation>set the scene’s CRS with Layer &gt; Set CRS of Layer(s); without a place on the ground, give labels on its own grid</translation>
    </message>
    <message>
      <source>name some of those in --classes</source>
      <translation>choose some of those as classes</translation>
    </message>
    <message>
      <source>name a second one in --classes</source>
      <translation>choose a second class</translation>
    </message>
    <message>
      <source>give --batch {chips}</source>
      <translation>set {Chips} to {chips}</translation>
    </message>
    <message>
      <source>give --lr {rate:.1g}</source>
      <translation>set {LearningRate} to {rate:.1g}</translation>
    </message>
    <message>
      <source>take it out of --classes</source>
      <translation>take it out of the classes</translation>
    </message>
    <message>
      <source>leave --classes out</source>
      <translation>leave the classes out</translation>
    </message>
    <message>
      <source>name another field: --field NAME</source>
      <translation>choose another field under {Field}</translation>
    </message>
    <message>
      <source>--classes is for the labels of pixels</source>
      <translation>choosing classes is for the labels of pixels</translation>
    </message>
    <message>
      <source>give --task multilabel</source>
      <translation>choose “multilabel” under {Task}</translation>
    </message>
    <message>
      <source>give another --out</source>
      <translation>give another name under {Output}</translation>
    </message>
    <message>
      <source>give another --out, or --overwrite to replace it</source>
      <translation>give another name under {Output}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another --out</source>
      <translation>wait until it has ended, or give another name under {Output}</translation>
    </message>
    <message>
      <source>give --batch 2, or another --head</source>
      <translation>set {Chips} to 2, or choose another head</translation>
    </message>
    <message>
      <source>give one to --task</source>
      <translation>choose one under {Task}</translation>
    </message>
  </context>
</TS>
