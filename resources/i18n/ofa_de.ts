<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>&amp;Bands…</source>
      <translation>B&amp;änder…</translation>
    </message>
    <message>
      <source>Outp&amp;ut</source>
      <translation>A&amp;usgabe</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Ausdehnung</translation>
    </message>
    <message>
      <source>Chips</source>
      <translation>Ausschnitte</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Ausgehen von</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Skip damaged blocks</source>
      <translation>Beschädigte Blöcke überspringen</translation>
    </message>
    <message>
      <source>Inspect a scene</source>
      <translation>Szene untersuchen</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
    <message>
      <source>train a model on the page {Train}, or map with labels</source>
      <translation>trainieren Sie ein Modell auf der Seite {Train}, oder kartieren Sie mit Labels</translation>
    </message>
    <message>
      <source>; the set-up page (⚙) copies the diagnostics</source>
      <translation>; die Einrichtungsseite (⚙) kopiert die Diagnose</translation>
    </message>
    <message>
      <source>the list {Model} has those that work</source>
      <translation>die Liste {Model} hat die, die gehen</translation>
    </message>
    <message>
      <source>look at one of them with {Inspect}</source>
      <translation>sehen Sie eine davon mit {Inspect} an</translation>
    </message>
    <message>
      <source>or add your folder of models</source>
      <translation>oder fügen Sie Ihren Modellordner hinzu</translation>
    </message>
    <message>
      <source>see under Information in the layer’s properties whether QGIS can read it</source>
      <translation>sehen Sie unter Information in den Layereigenschaften, ob QGIS ihn lesen kann</translation>
    </message>
    <message>
      <source>give a report.json of an earlier map</source>
      <translation>geben Sie eine report.json einer früheren Karte an</translation>
    </message>
    <message>
      <source>join the bands with Raster &gt; Miscellaneous &gt; Build Virtual Raster, each file as a separate band; they are {bands}</source>
      <translation>verbinden Sie die Kanäle mit Raster &gt; Sonstiges &gt; Virtuelles Raster erzeugen, jede Datei als eigenen Kanal; sie sind {bands}</translation>
    </message>
    <message>
      <source>untick “No data value” under Transparency in the layer’s properties</source>
      <translation>schalten Sie „Leerwert“ unter Transparenz in den Layereigenschaften aus</translation>
    </message>
    <message>
      <source>set the scene’s CRS with Layer &gt; Set CRS of Layer(s)</source>
      <translation>setzen Sie das KBS der Szene mit Layer &gt; KBS von Layer(n) setzen</translation>
    </message>
    <message>
      <source>give another name under {Output}</source>
      <translation>geben Sie unter {Output} einen anderen Namen an</translation>
    </message>
    <message>
      <source>choose the field of the class under {Field}</source>
      <translation>wählen Sie unter {Field} das Feld der Klasse</translation>
    </message>
    <message>
      <source>give the scene in those units, choose its units under {Bands}</source>
      <translation>geben Sie die Szene in dieser Einheit an, wählen Sie ihre Einheit unter {Bands}</translation>
    </message>
    <message>
      <source>choose the units under {Bands} ({units})</source>
      <translation>wählen Sie unter {Bands} die Einheit ({units})</translation>
    </message>
    <message>
      <source>say under {Bands} what the band is</source>
      <translation>sagen Sie unter {Bands}, was der Kanal ist</translation>
    </message>
    <message>
      <source>say under {Bands} which band it is</source>
      <translation>sagen Sie unter {Bands}, welcher Kanal es ist</translation>
    </message>
    <message>
      <source>say under {Bands} what it is</source>
      <translation>sagen Sie unter {Bands}, was es ist</translation>
    </message>
    <message>
      <source>number bands from 1</source>
      <translation>zählen Sie Kanäle ab 1</translation>
    </message>
    <message>
      <source>choose another sensor than {sensor}, or correct the band, under {Bands}</source>
      <translation>wählen Sie unter {Bands} einen anderen Sensor als {sensor}, oder berichtigen Sie das Band</translation>
    </message>
    <message>
      <source>choose the sensor under {Bands}: {names}</source>
      <translation>wählen Sie unter {Bands} den Sensor: {names}</translation>
    </message>
    <message>
      <source>choose the sensor under {Bands}</source>
      <translation>wählen Sie unter {Bands} den Sensor</translation>
    </message>
    <message>
      <source>say which under {Bands}</source>
      <translation>sagen Sie unter {Bands}, welche</translation>
    </message>
    <message>
      <source>load the wavelengths under {Bands}</source>
      <translation>laden Sie die Wellenlängen unter {Bands}</translation>
    </message>
    <message>
      <source>leave the bad bands out under {Bands}</source>
      <translation>lassen Sie die schlechten Kanäle unter {Bands} weg</translation>
    </message>
    <message>
      <source>name the bands under {Bands}</source>
      <translation>benennen Sie die Kanäle unter {Bands}</translation>
    </message>
    <message>
      <source>Say under {Bands} if it was measured</source>
      <translation>Sagen Sie unter {Bands}, ob das gemessen wurde</translation>
    </message>
    <message>
      <source>say under {Bands} whether they are nodata or were measured</source>
      <translation>sagen Sie unter {Bands}, ob sie ohne Daten sind oder gemessen wurden</translation>
    </message>
    <message>
      <source>set them under Transparency in the layer’s properties</source>
      <translation>setzen Sie sie unter Transparenz in den Layereigenschaften</translation>
    </message>
    <message>
      <source>or correct the scene’s with Layer &gt; Set CRS of Layer(s)</source>
      <translation>oder berichtigen Sie das der Szene mit Layer &gt; KBS von Layer(n) setzen</translation>
    </message>
    <message>
      <source>choose another field under {Field}, if the class is in another one</source>
      <translation>wählen Sie unter {Field} ein anderes Feld, wenn die Klasse in einem anderen steht</translation>
    </message>
    <message>
      <source>add a field that holds the class, and choose it under {Field}</source>
      <translation>fügen Sie ein Feld mit der Klasse hinzu und wählen Sie es unter {Field}</translation>
    </message>
    <message>
      <source>choose another field under {Field}</source>
      <translation>wählen Sie unter {Field} ein anderes Feld</translation>
    </message>
    <message>
      <source>choose another field under {Field}: {names}</source>
      <translation>wählen Sie unter {Field} ein anderes Feld: {names}</translation>
    </message>
    <message>
      <source>load one of them as a layer, and choose it under {Labels}</source>
      <translation>laden Sie einen davon als Layer und wählen Sie ihn unter {Labels}</translation>
    </message>
    <message>
      <source>choose a table under {Labels}</source>
      <translation>wählen Sie unter {Labels} eine Tabelle</translation>
    </message>
    <message>
      <source>start a new run with another name under {Output}</source>
      <translation>beginnen Sie einen neuen Lauf mit einem anderen Namen unter {Output}</translation>
    </message>
    <message>
      <source>give a name under {Output}</source>
      <translation>geben Sie unter {Output} einen Namen an</translation>
    </message>
    <message>
      <source>choose one of them under {Bits}</source>
      <translation>wählen Sie eines davon unter {Bits}</translation>
    </message>
    <message>
      <source>set the device to auto or cpu</source>
      <translation>stellen Sie das Gerät auf auto oder cpu</translation>
    </message>
    <message>
      <source>choose one of them</source>
      <translation>wählen Sie eines davon</translation>
    </message>
    <message>
      <source>choose another device</source>
      <translation>wählen Sie ein anderes Gerät</translation>
    </message>
    <message>
      <source>or set the device to cpu</source>
      <translation>oder stellen Sie das Gerät auf cpu</translation>
    </message>
    <message>
      <source>choose one of them under {Precision}</source>
      <translation>wählen Sie eine davon unter {Precision}</translation>
    </message>
    <message>
      <source>choose auto under {Precision}</source>
      <translation>wählen Sie unter {Precision} auto</translation>
    </message>
    <message>
      <source>choose one of them under {Model}</source>
      <translation>wählen Sie eines davon unter {Model}</translation>
    </message>
    <message>
      <source>choose a smaller area under {Extent}</source>
      <translation>wählen Sie unter {Extent} ein kleineres Gebiet</translation>
    </message>
    <message>
      <source>leave {Extent} empty</source>
      <translation>lassen Sie {Extent} leer</translation>
    </message>
    <message>
      <source>or do without these: {SkipDamaged} of the algorithms in the Processing toolbox</source>
      <translation>oder verzichten Sie auf diese: {SkipDamaged} der Algorithmen in der Verarbeitungswerkzeugkiste</translation>
    </message>
    <message>
      <source>give each class a value of its own</source>
      <translation>geben Sie jeder Klasse einen eigenen Wert</translation>
    </message>
    <message>
      <source>give each class a whole number from 1 to 255</source>
      <translation>geben Sie jeder Klasse eine ganze Zahl von 1 bis 255</translation>
    </message>
    <message>
      <source>choose another colour in the list of classes</source>
      <translation>wählen Sie in der Klassenliste eine andere Farbe</translation>
    </message>
    <message>
      <source>take it out of the classes</source>
      <translation>nehmen Sie sie aus den Klassen</translation>
    </message>
    <message>
      <source>choose some of those as classes</source>
      <translation>wählen Sie einige davon als Klassen</translation>
    </message>
    <message>
      <source>choose a second class</source>
      <translation>wählen Sie eine zweite Klasse</translation>
    </message>
    <message>
      <source>choose “{task}” under {Task}</source>
      <translation>wählen Sie „{task}“ unter {Task}</translation>
    </message>
    <message>
      <source>choose one under {Task}</source>
      <translation>wählen Sie eine unter {Task}</translation>
    </message>
    <message>
      <source>set {Chips} to {count}</source>
      <translation>setzen Sie {Chips} auf {count}</translation>
    </message>
    <message>
      <source>set {LearningRate} to {rate}</source>
      <translation>setzen Sie {LearningRate} auf {rate}</translation>
    </message>
    <message>
      <source>give another name under {Name}</source>
      <translation>geben Sie unter {Name} einen anderen Namen an</translation>
    </message>
    <message>
      <source>give a name under {Name}</source>
      <translation>geben Sie unter {Name} einen Namen an</translation>
    </message>
    <message>
      <source>choose one of them under {StartFrom}</source>
      <translation>wählen Sie eines davon unter {StartFrom}</translation>
    </message>
    <message>
      <source>choose another kind under {Learn}</source>
      <translation>wählen Sie unter {Learn} etwas anderes</translation>
    </message>
    <message>
      <source>Reading the scene</source>
      <translation>Szene lesen</translation>
    </message>
    <message>
      <source>Learning from the labels</source>
      <translation>Aus den Labels lernen</translation>
    </message>
    <message>
      <source>Mapping</source>
      <translation>Kartieren</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>Merkmale berechnen</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Polygone erzeugen</translation>
    </message>
    <message>
      <source>Writing the report</source>
      <translation>Bericht schreiben</translation>
    </message>
    <message>
      <source>Looking at chips</source>
      <translation>Ausschnitte ansehen</translation>
    </message>
    <message>
      <source>Preparing the head</source>
      <translation>Kopf vorbereiten</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Drawing examples</source>
      <translation>Beispiele zeichnen</translation>
    </message>
    <message>
      <source>Checking the machine</source>
      <translation>Rechner prüfen</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>ungenutzt</translation>
    </message>
    <message>
      <source>choose…</source>
      <translation>wählen…</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>noch unbekannt</translation>
    </message>
    <message>
      <source>Layer band</source>
      <translation>Layer-Band</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>Bedeutung</translation>
    </message>
    <message>
      <source>Wavelength</source>
      <translation>Wellenlänge</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Einheit</translation>
    </message>
    <message>
      <source>Read from</source>
      <translation>Gelesen aus</translation>
    </message>
    <message>
      <source>What the band is: choose, or type a wavelength such as 665nm.</source>
      <translation>Was das Band ist: wählen oder eine Wellenlänge wie 665nm eingeben.</translation>
    </message>
    <message>
      <source>{wavelength} nm</source>
      <translation>{wavelength} nm</translation>
    </message>
    <message>
      <source>your answer</source>
      <translation>eigene Antwort</translation>
    </message>
    <message>
      <source>Bands in this order: {bands}</source>
      <translation>Kanäle in dieser Reihenfolge: {bands}</translation>
    </message>
    <message>
      <source>Sentinel-2, 10 m bands, ESA order</source>
      <translation>Sentinel-2, 10-m-Kanäle, Reihenfolge der ESA</translation>
    </message>
    <message>
      <source>Sentinel-2, 10 m and 20 m bands, ESA order</source>
      <translation>Sentinel-2, 10-m- und 20-m-Kanäle, Reihenfolge der ESA</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A, all 12 bands, ESA order</source>
      <translation>Sentinel-2 L2A, alle 12 Kanäle, Reihenfolge der ESA</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C, all 13 bands, ESA order</source>
      <translation>Sentinel-2 L1C, alle 13 Kanäle, Reihenfolge der ESA</translation>
    </message>
    <message>
      <source>Landsat 8/9 SR, B1 to B7</source>
      <translation>Landsat 8/9 SR, B1 bis B7</translation>
    </message>
    <message>
      <source>RGB</source>
      <translation>RGB</translation>
    </message>
    <message>
      <source>NIR-R-G</source>
      <translation>NIR-R-G</translation>
    </message>
    <message>
      <source>RGB + NIR</source>
      <translation>RGB + NIR</translation>
    </message>
    <message>
      <source>PlanetScope, 4 bands</source>
      <translation>PlanetScope, 4 Kanäle</translation>
    </message>
    <message>
      <source>PlanetScope, 8 bands</source>
      <translation>PlanetScope, 8 Kanäle</translation>
    </message>
    <message>
      <source>Bands of {layer}</source>
      <translation>Bänder von {layer}</translation>
    </message>
    <message>
      <source>&amp;Wavelengths from a file…</source>
      <translation>&amp;Wellenlängen aus Datei…</translation>
    </message>
    <message>
      <source>A text file with one wavelength in nanometres a line, one line for each band</source>
      <translation>Eine Textdatei mit einer Wellenlänge in Nanometern je Zeile, eine Zeile für jedes Band</translation>
    </message>
    <message>
      <source>&amp;No data</source>
      <translation>K&amp;eine Daten</translation>
    </message>
    <message>
      <source>&amp;Sensor</source>
      <translation>&amp;Sensor</translation>
    </message>
    <message>
      <source>&amp;Units</source>
      <translation>&amp;Einheiten</translation>
    </message>
    <message>
      <source>Order of bands</source>
      <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
      <source>&amp;Forget my answers</source>
      <translation>Antworten &amp;vergessen</translation>
    </message>
    <message>
      <source>read from: {source}</source>
      <translation>gelesen aus: {source}</translation>
    </message>
    <message>
      <source>Your answers are kept with the layer; Processing uses them, too.</source>
      <translation>Ihre Antworten sind beim Layer gespeichert; auch die Verarbeitung verwendet sie.</translation>
    </message>
    <message>
      <source>Wavelengths</source>
      <translation>Wellenlängen</translation>
    </message>
    <message>
      <source>Text (*.txt *.csv);;All files (*)</source>
      <translation>Text (*.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>as read from the file</source>
      <translation>wie aus der Datei gelesen</translation>
    </message>
    <message>
      <source>{value} (as read)</source>
      <translation>{value} (wie gelesen)</translation>
    </message>
    <message>
      <source>reflectance × 10 000</source>
      <translation>Reflektanz × 10 000</translation>
    </message>
    <message>
      <source>reflectance × 10 000, plus 1000</source>
      <translation>Reflektanz × 10 000, plus 1000</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>Reflektanz, 0 bis 1</translation>
    </message>
    <message>
      <source>8-bit values, 0 to 255</source>
      <translation>8-Bit-Werte, 0 bis 255</translation>
    </message>
    <message>
      <source>reflectance × 65 535</source>
      <translation>Reflektanz × 65 535</translation>
    </message>
    <message>
      <source>Landsat Collection 2, Level 2</source>
      <translation>Landsat Collection 2, Level 2</translation>
    </message>
    <message>
      <source>Landsat, Level 1</source>
      <translation>Landsat, Level 1</translation>
    </message>
    <message>
      <source>counts or radiance, no reflectance</source>
      <translation>Zählwerte oder Strahldichte, keine Reflektanz</translation>
    </message>
    <message>
      <source>radar, decibel</source>
      <translation>Radar, Dezibel</translation>
    </message>
    <message>
      <source>radar, power</source>
      <translation>Radar, Leistung</translation>
    </message>
    <message>
      <source>radar, amplitude</source>
      <translation>Radar, Amplitude</translation>
    </message>
    <message>
      <source>{unit} (likely: the scene is from {date})</source>
      <translation>{unit} (wahrscheinlich: die Szene ist von {date})</translation>
    </message>
    <message>
      <source>Was 1000 added to the values? ESA does so from processing baseline 04.00 on (25 January 2022), also when it processes older scenes again. Services that harmonise the data take the 1000 off.</source>
      <translation>Wurde zu den Werten 1000 addiert? Die ESA tut das ab der Processing Baseline 04.00 (25. Januar 2022), auch wenn sie ältere Szenen neu prozessiert. Dienste, die die Daten harmonisieren, ziehen die 1000 wieder ab.</translation>
    </message>
    <message>
      <source>The scene is from {date}: that makes one answer likely, but proves nothing.</source>
      <translation>Die Szene ist von {date}: Das macht eine Antwort wahrscheinlich, beweist aber nichts.</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source>{values} in all bands</source>
      <translation>{values} in allen Kanälen</translation>
    </message>
    <message>
      <source>{share} % of the scene holds {values}. Does that mean no data? The file does not say so.</source>
      <translation>{share} % der Szene enthalten {values}. Bedeutet das keine Daten? Die Datei sagt dazu nichts.</translation>
    </message>
    <message>
      <source>what looks like fill is no data</source>
      <translation>was wie Füllwerte aussieht, bedeutet keine Daten</translation>
    </message>
    <message>
      <source>these pixels were measured</source>
      <translation>diese Pixel wurden gemessen</translation>
    </message>
    <message>
      <source>{values} is no data ({share} % of the scene)</source>
      <translation>{values} bedeutet keine Daten ({share} % der Szene)</translation>
    </message>
    <message>
      <source>Line {number} of {file} is no wavelength in nanometres: {text}.</source>
      <translation>Zeile {number} von {file} ist keine Wellenlänge in Nanometern: {text}.</translation>
    </message>
    <message>
      <source>{file} has {found} wavelengths, but the layer has {bands} bands.</source>
      <translation>{file} hat {found} Wellenlängen, der Layer aber {bands} Bänder.</translation>
    </message>
    <message>
      <source>it is no text in UTF-8</source>
      <translation>kein Text in UTF-8</translation>
    </message>
    <message>
      <source>{file} cannot be read: {reason}.</source>
      <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
      <source>{file} holds no classes: expected a table with a column “name”, or a QGIS style with categories.</source>
      <translation>{file} enthält keine Klassen: erwartet wird eine Tabelle mit einer Spalte „name“ oder ein QGIS-Stil mit Kategorien.</translation>
    </message>
    <message>
      <source>{file} cannot be written: {reason}.</source>
      <translation>{file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <source>Move &amp;up</source>
      <translation>Nach &amp;oben verschieben</translation>
    </message>
    <message>
      <source>Move &amp;down</source>
      <translation>Nach &amp;unten verschieben</translation>
    </message>
    <message>
      <source>&amp;Merge into</source>
      <translation>&amp;Zusammenführen mit</translation>
    </message>
    <message>
      <source>Give the labels of the selected classes to one class</source>
      <translation>Die Labels der gewählten Klassen einer Klasse geben</translation>
    </message>
    <message>
      <source>&amp;Import classes…</source>
      <translation>Klassen &amp;importieren…</translation>
    </message>
    <message>
      <source>Names, colours and values from a table (CSV) or a QGIS style (QML)</source>
      <translation>Namen, Farben und Werte aus einer Tabelle (CSV) oder einem QGIS-Stil (QML)</translation>
    </message>
    <message>
      <source>&amp;Export classes…</source>
      <translation>Klassen &amp;exportieren…</translation>
    </message>
    <message>
      <source>Classes of the &amp;last project</source>
      <translation>Klassen des &amp;letzten Projekts</translation>
    </message>
    <message>
      <source>Classes (*.csv *.txt *.qml)</source>
      <translation>Klassen (*.csv *.txt *.qml)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Import classes</source>
      <translation>Klassen importieren</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <source>QGIS style of a class map (*.qml)</source>
      <translation>QGIS-Stil einer Klassenkarte (*.qml)</translation>
    </message>
    <message>
      <source>QGIS style of labels (*.qml)</source>
      <translation>QGIS-Stil von Labels (*.qml)</translation>
    </message>
    <message>
      <source>Export classes</source>
      <translation>Klassen exportieren</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Value on the map: {value}</source>
      <translation>Wert in der Karte: {value}</translation>
    </message>
    <message>
      <source>Key that chooses this class on the map</source>
      <translation>Taste, die diese Klasse auf der Karte wählt</translation>
    </message>
    <message>
      <source>Colour {colour}: click or press Space to choose another</source>
      <translation>Farbe {colour}: mit Klick oder Leertaste eine andere wählen</translation>
    </message>
    <message>
      <source>Double-click or press F2 to rename; drag or press Alt+Up to move</source>
      <translation>Doppelklick oder F2 zum Umbenennen; Ziehen oder Alt+Pfeil zum Verschieben</translation>
    </message>
    <message>
      <source>Outside: where the layer has no pixel or no data. Such labels are not used.</source>
      <translation>Außerhalb: wo der Layer kein Pixel oder keine Daten hat. Solche Labels werden nicht verwendet.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Farbe von {name}</translation>
    </message>
    <message>
      <source>1 point</source>
      <translation>1 Punkt</translation>
    </message>
    <message>
      <source>{count} points</source>
      <translation>{count} Punkte</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1 Linie</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count} Linien</translation>
    </message>
    <message>
      <source>1 polygon</source>
      <translation>1 Polygon</translation>
    </message>
    <message>
      <source>{count} polygons</source>
      <translation>{count} Polygone</translation>
    </message>
    <message>
      <source>{count} outside</source>
      <translation>{count} außerhalb</translation>
    </message>
    <message>
      <source>no labels</source>
      <translation>keine Labels</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>Add a class. Its key 1 to 9 chooses it on the map.</source>
      <translation>Klasse hinzufügen. Ihre Taste 1 bis 9 wählt sie auf der Karte.</translation>
    </message>
    <message>
      <source>More for classes: order, merge, import, export</source>
      <translation>Mehr zu Klassen: Reihenfolge, Zusammenführen, Import, Export</translation>
    </message>
    <message>
      <source>Add the classes of the project that was saved or closed last</source>
      <translation>Die Klassen des zuletzt gespeicherten oder geschlossenen Projekts hinzufügen</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <source>Click on the map to label a point; right-click a label to remove it. Keys 1 to 9 choose the class.</source>
      <translation>In die Karte klicken, um einen Trainingspunkt zu setzen; Rechtsklick entfernt ein Label. Tasten 1 bis 9 wählen die Klasse.</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygon</translation>
    </message>
    <message>
      <source>Click corners on the map; right-click, double-click or Enter closes the polygon, Backspace removes the last corner, Esc drops it.</source>
      <translation>Ecken in der Karte anklicken; Rechtsklick, Doppelklick oder Eingabetaste schließt das Polygon, Rücktaste entfernt die letzte Ecke, Esc verwirft es.</translation>
    </message>
    <message>
      <source>Undo the last label or change of a class (Ctrl+Z on the map)</source>
      <translation>Letztes Label oder letzte Klassenänderung rückgängig machen (Strg+Z auf der Karte)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z on the map)</source>
      <translation>Wiederholen (Strg+Umschalt+Z auf der Karte)</translation>
    </message>
    <message>
      <source>Remove the class and its labels; undo brings them back</source>
      <translation>Klasse und ihre Labels entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
      <source>More for classes</source>
      <translation>Mehr zu Klassen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Remove the class</source>
      <translation>Klasse entfernen</translation>
    </message>
    <message>
      <source>Where labels are kept: a file beside the project, or a vector layer of the project with a class field.</source>
      <translation>Wo die Labels liegen: eine Datei neben dem Projekt oder ein Vektorlayer des Projekts mit einem Klassenfeld.</translation>
    </message>
    <message>
      <source>The field that holds the class</source>
      <translation>Das Feld, das die Klasse enthält</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>Klassenfeld</translation>
    </message>
    <message>
      <source>Add two classes, then click on the map.</source>
      <translation>Zwei Klassen hinzufügen, dann in die Karte klicken.</translation>
    </message>
    <message>
      <source>Label at least two classes: choose one here or by its key, then click.</source>
      <translation>Labels für mindestens zwei Klassen setzen: Klasse hier oder per Taste wählen, dann klicken.</translation>
    </message>
    <message>
      <source>Use the last classes: {names}</source>
      <translation>Die letzten Klassen verwenden: {names}</translation>
    </message>
    <message>
      <source>New label layer</source>
      <translation>Neuer Label-Layer</translation>
    </message>
    <message>
      <source>No field of {layer} looks like classes: choose the class field.</source>
      <translation>Kein Feld von {layer} sieht nach Klassen aus: das Klassenfeld wählen.</translation>
    </message>
    <message>
      <source>grey: {band}</source>
      <translation>grau: {band}</translation>
    </message>
    <message>
      <source>natural colour</source>
      <translation>Echtfarben</translation>
    </message>
    <message>
      <source>colour infrared</source>
      <translation>Farbinfrarot</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>kurzwelliges Infrarot</translation>
    </message>
    <message>
      <source>radar: {co}, {cross}, {co}</source>
      <translation>Radar: {co}, {cross}, {co}</translation>
    </message>
    <message>
      <source>OFA</source>
      <translation>OFA</translation>
    </message>
    <message>
      <source>Magic wand: click to grow a region of like pixels; the wheel or + and - change the tolerance, Enter or another click labels the region, Esc drops it.</source>
      <translation>Zauberstab: Ein Klick findet die Fläche ähnlicher Pixel; das Mausrad oder + und - ändern die Toleranz, Enter oder ein weiterer Klick nimmt die Fläche als Label, Esc verwirft sie.</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Zauberstab</translation>
    </message>
    <message>
      <source>Spectra of the classes: mean, spread, and labels that do not fit</source>
      <translation>Spektren der Klassen: Mittelwert, Streuung und Labels, die nicht passen</translation>
    </message>
    <message>
      <source>1  Classes and labels</source>
      <translation>1  Klassen und Labels</translation>
    </message>
    <message>
      <source>2  Preview</source>
      <translation>2  Vorschau</translation>
    </message>
    <message>
      <source>3  Whole scene</source>
      <translation>3  Ganze Szene</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Set up, repair or remove the engine</source>
      <translation>Engine einrichten, reparieren oder entfernen</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>‹ Back</source>
      <translation>‹ Zurück</translation>
    </message>
    <message>
      <source>The engine is installed. {device}</source>
      <translation>Die Engine ist installiert. {device}</translation>
    </message>
    <message>
      <source>The preview goes on when the whole scene is mapped.</source>
      <translation>Die Vorschau läuft weiter, sobald die ganze Szene kartiert ist.</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <source>The engine starts.</source>
      <translation>Die Engine startet.</translation>
    </message>
    <message>
      <source>{millions:.1f} million parameters; reads any sensor.</source>
      <translation>{millions:.1f} Millionen Parameter; liest jeden Sensor.</translation>
    </message>
    <message>
      <source>Pre-trained on {source}.</source>
      <translation>Vortrainiert mit {source}.</translation>
    </message>
    <message>
      <source>{name} — {millions:.1f} M parameters</source>
      <translation>{name} — {millions:.1f} Mio. Parameter</translation>
    </message>
    <message>
      <source>Not trained: its features are random projections. The map rests on spectra and their surroundings, as far as validation trusts them.</source>
      <translation>Nicht trainiert: Die Merkmale sind Zufallsprojektionen. Die Karte beruht auf Spektren und ihrer Umgebung, soweit die Validierung ihnen traut.</translation>
    </message>
    <message>
      <source>{name} — untrained</source>
      <translation>{name} — untrainiert</translation>
    </message>
    <message>
      <source>Trained to map {classes}; needs no labels. It reads {bands}, at pixels of {gsd:g} m.</source>
      <translation>Trainiert auf {classes}; braucht keine Labels. Liest {bands}, bei Pixeln von {gsd:g} m.</translation>
    </message>
    <message>
      <source>{name} — maps {classes}</source>
      <translation>{name} — kartiert {classes}</translation>
    </message>
    <message>
      <source>The engine did not say which device it uses.</source>
      <translation>Die Engine hat nicht gemeldet, welches Gerät sie nutzt.</translation>
    </message>
    <message>
      <source>{kind}: {name}, proven</source>
      <translation>{kind}: {name}, geprüft</translation>
    </message>
    <message>
      <source>CPU, {count} cores: {why}</source>
      <translation>CPU, {count} Kerne: {why}</translation>
    </message>
    <message>
      <source>CPU, {count} cores</source>
      <translation>CPU, {count} Kerne</translation>
    </message>
    <message>
      <source>OFA: help</source>
      <translation>OFA: Hilfe</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>Klasse {number}</translation>
    </message>
    <message>
      <source>Add class</source>
      <translation>Klasse hinzufügen</translation>
    </message>
    <message>
      <source>Rename class</source>
      <translation>Klasse umbenennen</translation>
    </message>
    <message>
      <source>Change colour</source>
      <translation>Farbe ändern</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Klasse entfernen</translation>
    </message>
    <message>
      <source>Move class</source>
      <translation>Klasse verschieben</translation>
    </message>
    <message>
      <source>Merge classes</source>
      <translation>Klassen zusammenführen</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Eine Klasse braucht einen Namen.</translation>
    </message>
    <message>
      <source>There is a class {name} already.</source>
      <translation>Es gibt schon eine Klasse {name}.</translation>
    </message>
    <message>
      <source>A map holds {count} classes at most.</source>
      <translation>Eine Karte hat höchstens {count} Klassen.</translation>
    </message>
    <message>
      <source>{folder} is read-only</source>
      <translation>{folder} ist schreibgeschützt</translation>
    </message>
    <message>
      <source>No file for labels could be made: {reason}.</source>
      <translation>Label-Datei konnte nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
      <source>1 unsaved edit in {layer} is used for the map: save it to keep it.</source>
      <translation>1 nicht gespeicherte Änderung in {layer} wird für die Karte verwendet: speichern, um sie zu behalten.</translation>
    </message>
    <message>
      <source>{count} unsaved edits in {layer} are used for the map: save them to keep them.</source>
      <translation>{count} nicht gespeicherte Änderungen in {layer} werden für die Karte verwendet: speichern, um sie zu behalten.</translation>
    </message>
    <message>
      <source>No labels here, so not on the map: {names}.</source>
      <translation>Hier ohne Labels, also nicht in der Karte: {names}.</translation>
    </message>
    <message>
      <source>No label lies in this scene.</source>
      <translation>In dieser Szene liegt kein Label.</translation>
    </message>
    <message>
      <source>No label lies where {scene} has data: label some places there.</source>
      <translation>Kein Label liegt dort, wo {scene} Daten hat: dort einige Stellen labeln.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away.</source>
      <translation>In dieser Szene liegt kein Label: Die Labels sind {km} km entfernt.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away, in the area of {other}.</source>
      <translation>In dieser Szene liegt kein Label: Die Labels sind {km} km entfernt, im Gebiet von {other}.</translation>
    </message>
    <message>
      <source>A polygon needs three corners that are not in a line.</source>
      <translation>Ein Polygon braucht drei Ecken, die nicht auf einer Linie liegen.</translation>
    </message>
    <message>
      <source>Outside {layer}: no label added.</source>
      <translation>Außerhalb von {layer}: kein Label gesetzt.</translation>
    </message>
    <message>
      <source>{layer} has no data here: no label added.</source>
      <translation>{layer} hat hier keine Daten: kein Label gesetzt.</translation>
    </message>
    <message>
      <source>no class</source>
      <translation>keine Klasse</translation>
    </message>
    <message>
      <source>Add a class first, then click on the map.</source>
      <translation>Zuerst eine Klasse hinzufügen, dann in die Karte klicken.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the labels.</source>
      <translation>Diesen Ort gibt es im Bezugssystem der Labels nicht.</translation>
    </message>
    <message>
      <source>Add label</source>
      <translation>Label hinzufügen</translation>
    </message>
    <message>
      <source>Remove label</source>
      <translation>Label entfernen</translation>
    </message>
    <message>
      <source>{layer} has no field {field}.</source>
      <translation>{layer} hat kein Feld {field}.</translation>
    </message>
    <message>
      <source>The field {field} has more than {count} values: it does not name classes.</source>
      <translation>Das Feld {field} hat mehr als {count} Werte: Es benennt keine Klassen.</translation>
    </message>
    <message>
      <source>The layer of labels was removed: new labels go to a layer of their own.</source>
      <translation>Der Label-Layer wurde entfernt: Neue Labels kommen in einen eigenen Layer.</translation>
    </message>
    <message>
      <source>The field {field} is gone: choose the labels again.</source>
      <translation>Das Feld {field} fehlt: Labels neu wählen.</translation>
    </message>
    <message>
      <source>The field {field} holds numbers: {name} is none.</source>
      <translation>Das Feld {field} enthält Zahlen: {name} ist keine.</translation>
    </message>
    <message>
      <source>The field {field} holds {length} characters: {name} is longer.</source>
      <translation>Das Feld {field} fasst {length} Zeichen: {name} ist länger.</translation>
    </message>
    <message>
      <source>The layer of labels is gone: choose the labels again.</source>
      <translation>Der Label-Layer fehlt: Labels neu wählen.</translation>
    </message>
    <message>
      <source>{layer} holds no points: draw polygons, or choose a new label layer.</source>
      <translation>{layer} nimmt keine Punkte auf: Polygone zeichnen oder einen neuen Label-Layer wählen.</translation>
    </message>
    <message>
      <source>{layer} holds no polygons: draw points, or choose a new label layer.</source>
      <translation>{layer} nimmt keine Polygone auf: Punkte setzen oder einen neuen Label-Layer wählen.</translation>
    </message>
    <message>
      <source>{layer} is read-only: choose a new label layer.</source>
      <translation>{layer} ist schreibgeschützt: neuen Label-Layer wählen.</translation>
    </message>
    <message>
      <source>{layer} did not take the change.</source>
      <translation>{layer} hat die Änderung nicht angenommen.</translation>
    </message>
    <message>
      <source>The scene to classify: any raster layer of the project.</source>
      <translation>Die zu klassifizierende Szene: ein beliebiger Rasterlayer des Projekts.</translation>
    </message>
    <message>
      <source>Which layer band is which band of the sensor, and where that was read.</source>
      <translation>Welches Layer-Band welches Band des Sensors ist und wo das gelesen wurde.</translation>
    </message>
    <message>
      <source>Expor&amp;t the view…</source>
      <translation>Ansicht ex&amp;portieren…</translation>
    </message>
    <message>
      <source>Write what the canvas shows of this layer as a GeoTIFF, and use that.</source>
      <translation>Was die Karte von diesem Layer zeigt, als GeoTIFF schreiben und dieses verwenden.</translation>
    </message>
    <message>
      <source>Try a&amp;gain</source>
      <translation>Erneut versu&amp;chen</translation>
    </message>
    <message>
      <source>Ask the engine about this layer again.</source>
      <translation>Die Engine noch einmal nach diesem Layer fragen.</translation>
    </message>
    <message>
      <source>Open a scene…</source>
      <translation>Szene öffnen…</translation>
    </message>
    <message>
      <source>Add a raster file to the project and choose it.</source>
      <translation>Eine Rasterdatei zum Projekt hinzufügen und auswählen.</translation>
    </message>
    <message>
      <source>Exporting the view…</source>
      <translation>Ansicht wird exportiert…</translation>
    </message>
    <message>
      <source>La&amp;yer</source>
      <translation>La&amp;yer</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Keine Daten</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Gemessen</translation>
    </message>
    <message>
      <source>Open a scene</source>
      <translation>Szene öffnen</translation>
    </message>
    <message>
      <source>QGIS cannot read {file} as one raster. If it holds several, use Layer &gt; Add Layer &gt; Add Raster Layer.</source>
      <translation>QGIS kann {file} nicht als ein Raster lesen. Wenn die Datei mehrere enthält: Layer &gt; Layer hinzufügen &gt; Rasterlayer hinzufügen.</translation>
    </message>
    <message>
      <source>Export the view</source>
      <translation>Ansicht exportieren</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif)</source>
      <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
      <source>Add a raster layer to the project.</source>
      <translation>Dem Projekt einen Rasterlayer hinzufügen.</translation>
    </message>
    <message>
      <source>Reading the layer.</source>
      <translation>Layer wird gelesen.</translation>
    </message>
    <message>
      <source>1 question</source>
      <translation>1 Frage</translation>
    </message>
    <message>
      <source>{count} questions</source>
      <translation>{count} Fragen</translation>
    </message>
    <message>
      <source>{questions} before the map.</source>
      <translation>{questions} vor der Karte.</translation>
    </message>
    <message>
      <source>{questions} before the map: see Bands.</source>
      <translation>Noch {questions} vor der Karte: siehe Bänder.</translation>
    </message>
    <message>
      <source>unknown sensor</source>
      <translation>unbekannter Sensor</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
      <source>pixel size on the ground: {gsd:g} m</source>
      <translation>Pixelgröße am Boden: {gsd:g} m</translation>
    </message>
    <message>
      <source>{count} bands are used</source>
      <translation>{count} Bänder werden genutzt</translation>
    </message>
    <message>
      <source>units read from: {source}</source>
      <translation>Einheiten gelesen aus: {source}</translation>
    </message>
    <message>
      <source>The file of labels {path} cannot be read.</source>
      <translation>Die Label-Datei {path} ist nicht lesbar.</translation>
    </message>
    <message>
      <source>The project's folder cannot be written: labels go to {path}.</source>
      <translation>Der Projektordner ist nicht beschreibbar: Labels kommen nach {path}.</translation>
    </message>
    <message>
      <source>Labels: points</source>
      <translation>Labels: Punkte</translation>
    </message>
    <message>
      <source>Labels: polygons</source>
      <translation>Labels: Polygone</translation>
    </message>
    <message>
      <source>Labels stay in {path} until you end editing and save again.</source>
      <translation>Labels bleiben in {path}, bis die Bearbeitung beendet und neu gespeichert wird.</translation>
    </message>
    <message>
      <source>The project's folder cannot be written: labels stay in {path}.</source>
      <translation>Der Projektordner ist nicht beschreibbar: Labels bleiben in {path}.</translation>
    </message>
    <message>
      <source>OFA labels</source>
      <translation>OFA-Labels</translation>
    </message>
    <message>
      <source>the file cannot be written</source>
      <translation>die Datei ist nicht beschreibbar</translation>
    </message>
    <message>
      <source>The label was not saved: {problem}.</source>
      <translation>Das Label wurde nicht gespeichert: {problem}.</translation>
    </message>
    <message>
      <source>Choose a layer above.</source>
      <translation>Oben einen Layer wählen.</translation>
    </message>
    <message>
      <source>The layer is not ready yet: see above.</source>
      <translation>Der Layer ist noch nicht bereit: siehe oben.</translation>
    </message>
    <message>
      <source>{model} needs no labels: map the scene below.</source>
      <translation>{model} braucht keine Labels: die Szene unten kartieren.</translation>
    </message>
    <message>
      <source>Label two classes to see the map.</source>
      <translation>Zwei Klassen labeln, um die Karte zu sehen.</translation>
    </message>
    <message>
      <source>The view does not show the scene: zoom to its layer.</source>
      <translation>Die Ansicht zeigt die Szene nicht: auf ihren Layer zoomen.</translation>
    </message>
    <message>
      <source>OFA preview</source>
      <translation>OFA-Vorschau</translation>
    </message>
    <message>
      <source>l&amp;ive</source>
      <translation>l&amp;ive</translation>
    </message>
    <message>
      <source>Map what the canvas shows, again after each label.</source>
      <translation>Kartieren, was die Ansicht zeigt, nach jedem Label neu.</translation>
    </message>
    <message>
      <source>m&amp;ap</source>
      <translation>&amp;Karte</translation>
    </message>
    <message>
      <source>Show the class of every pixel.</source>
      <translation>Die Klasse jedes Pixels zeigen.</translation>
    </message>
    <message>
      <source>confide&amp;nce</source>
      <translation>Konfiden&amp;z</translation>
    </message>
    <message>
      <source>Show how sure the map is: 0 (dark) is a guess, 1 (yellow) is certain.</source>
      <translation>Zeigen, wie sicher die Karte ist: 0 (dunkel) ist geraten, 1 (gelb) ist sicher.</translation>
    </message>
    <message>
      <source>How much of the scene the preview hides, in per cent.</source>
      <translation>Wie viel von der Szene die Vorschau verdeckt, in Prozent.</translation>
    </message>
    <message>
      <source>Where ne&amp;xt?</source>
      <translation>W&amp;o weiter?</translation>
    </message>
    <message>
      <source>Mark the places of the view where the map is least certain: label these next.</source>
      <translation>Stellen der Ansicht markieren, an denen die Karte am unsichersten ist: dort die nächsten Labels setzen.</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <source>The view is too large to preview in whole: zoom in to see the rest.</source>
      <translation>Die Ansicht ist für eine ganze Vorschau zu groß: hineinzoomen, um den Rest zu sehen.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the layer.</source>
      <translation>Diesen Ort gibt es im Bezugssystem des Layers nicht.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Recipe (JSON)</source>
      <translation>Rezept (JSON)</translation>
    </message>
    <message>
      <source>Earlier maps</source>
      <translation>Frühere Karten</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Open report</source>
      <translation>Bericht öffnen</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Click a map of the project to see its report and its recipe.</source>
      <translation>Klicken Sie auf eine Karte des Projekts, um ihren Bericht und ihr Rezept zu sehen.</translation>
    </message>
    <message>
      <source>The report of {file} cannot be read: {why}.</source>
      <translation>Der Bericht zu {file} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
      <source>class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>Name and colour, as on the map.</source>
      <translation>Name und Farbe wie auf der Karte.</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Harmonic mean of precision and recall, on left-out blocks of labels; 1 is perfect.</source>
      <translation>Harmonisches Mittel von Präzision und Recall auf ausgelassenen Label-Blöcken; 1 ist perfekt.</translation>
    </message>
    <message>
      <source>prec.</source>
      <translation>Präz.</translation>
    </message>
    <message>
      <source>Precision: of the pixels mapped as this class, the share that is right.</source>
      <translation>Präzision: Anteil der als diese Klasse kartierten Pixel, der richtig ist.</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>Recall: of the pixels labelled as this class, the share that was found.</source>
      <translation>Recall: Anteil der als diese Klasse gelabelten Pixel, der gefunden wurde.</translation>
    </message>
    <message>
      <source>ha</source>
      <translation>ha</translation>
    </message>
    <message>
      <source>Hectares mapped as this class, on the ellipsoid; not corrected for errors.</source>
      <translation>Als diese Klasse kartierte Hektar, auf dem Ellipsoid; nicht um Fehler korrigiert.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>{name}: {count} labelled pixels, {held_out} held-out labels</source>
      <translation>{name}: {count} gelabelte Pixel, {held_out} ausgelassene Labels</translation>
    </message>
    <message>
      <source>{name}: {count} labelled pixels. It could not be checked: label it in a second place.</source>
      <translation>{name}: {count} gelabelte Pixel. Die Klasse ließ sich nicht prüfen: An einem zweiten Ort Labels setzen.</translation>
    </message>
    <message>
      <source>The scene's folder cannot be written to; the map goes to {folder}.</source>
      <translation>Der Ordner der Szene ist nicht beschreibbar; die Karte kommt nach {folder}.</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>A small simulated Sentinel-2 scene with labels, to try everything on.</source>
      <translation>Eine kleine simulierte Sentinel-2-Szene mit Labels, um alles auszuprobieren.</translation>
    </message>
    <message>
      <source>Making the sample scene.</source>
      <translation>Die Beispielszene wird erstellt.</translation>
    </message>
    <message>
      <source>The sample scene could not be made: {why}.</source>
      <translation>Die Beispielszene konnte nicht erstellt werden: {why}.</translation>
    </message>
    <message>
      <source>Sample scene (simulated)</source>
      <translation>Beispielszene (simuliert)</translation>
    </message>
    <message>
      <source>Open the sample scene</source>
      <translation>Beispielszene öffnen</translation>
    </message>
    <message>
      <source>Looking at what is there…</source>
      <translation>Vorhandenes wird geprüft…</translation>
    </message>
    <message>
      <source>Choose the Python in which the engine is installed.</source>
      <translation>Das Python wählen, in dem die Engine installiert ist.</translation>
    </message>
    <message>
      <source>Proving the engine…</source>
      <translation>Engine wird geprüft…</translation>
    </message>
    <message>
      <source>Choose the folder with the wheels.</source>
      <translation>Den Ordner mit den Wheels wählen.</translation>
    </message>
    <message>
      <source>{minutes}:{seconds} so far</source>
      <translation>bisher {minutes}:{seconds}</translation>
    </message>
    <message>
      <source>Stopped; nothing was changed.</source>
      <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird angehalten…</translation>
    </message>
    <message>
      <source>Really? Click again</source>
      <translation>Sicher? Nochmals klicken</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>Wird entfernt…</translation>
    </message>
    <message>
      <source>The diagnostics are on the clipboard.</source>
      <translation>Die Diagnose ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>choose a Python in which the engine is installed</source>
      <translation>ein Python wählen, in dem die Engine installiert ist</translation>
    </message>
    <message>
      <source>{python} has engine {found}, this plugin needs {needed}</source>
      <translation>{python} hat Engine {found}, diese Erweiterung braucht {needed}</translation>
    </message>
    <message>
      <source>install the engine of this release there</source>
      <translation>dort die Engine dieser Version installieren</translation>
    </message>
    <message>
      <source>Install the OFA engine</source>
      <translation>OFA-Engine installieren</translation>
    </message>
    <message>
      <source>the log has all that was said</source>
      <translation>alles Gesagte steht im Protokoll</translation>
    </message>
    <message>
      <source>Folder for the engine</source>
      <translation>Ordner für die Engine</translation>
    </message>
    <message>
      <source>Folder with the wheels</source>
      <translation>Ordner mit den Wheels</translation>
    </message>
    <message>
      <source>Python with the engine</source>
      <translation>Python mit der Engine</translation>
    </message>
    <message>
      <source>Base Python</source>
      <translation>Basis-Python</translation>
    </message>
    <message>
      <source>It must hold wheels of the engine's packages and of setuptools, for this system and Python.</source>
      <translation>Er muss Wheels der Pakete der Engine und von setuptools enthalten, für dieses System und Python.</translation>
    </message>
    <message>
      <source>&amp;Prove and use it</source>
      <translation>Pr&amp;üfen und nutzen</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>&amp;Installieren</translation>
    </message>
    <message>
      <source>Installing the engine</source>
      <translation>Engine wird installiert</translation>
    </message>
    <message>
      <source>QGIS stays usable, and this page may be closed.</source>
      <translation>QGIS bleibt benutzbar, und diese Seite darf geschlossen werden.</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Engine einrichten</translation>
    </message>
    <message>
      <source>OFA computes in a program of its own. It needs a Python environment beside QGIS; QGIS's own Python stays as it is.</source>
      <translation>OFA rechnet in einem eigenen Programm. Es braucht eine Python-Umgebung neben QGIS; das Python von QGIS bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>The engine works</source>
      <translation>Die Engine funktioniert</translation>
    </message>
    <message>
      <source>The engine needs a repair</source>
      <translation>Die Engine muss repariert werden</translation>
    </message>
    <message>
      <source>Takes about {cpu} GB, or {cuda} GB where pip picks the CUDA build of torch. {free} GB are free here.</source>
      <translation>Belegt etwa {cpu} GB, oder {cuda} GB, wenn pip den CUDA-Build von torch wählt. Hier sind {free} GB frei.</translation>
    </message>
    <message>
      <source>Only {free} GB are free here; about {cpu} GB are needed, {cuda} GB with the CUDA build of torch.</source>
      <translation>Hier sind nur {free} GB frei; nötig sind etwa {cpu} GB, {cuda} GB mit dem CUDA-Build von torch.</translation>
    </message>
    <message>
      <source>Stop &amp;using it</source>
      <translation>Nich&amp;t mehr nutzen</translation>
    </message>
    <message>
      <source>Remo&amp;ve</source>
      <translation>En&amp;tfernen</translation>
    </message>
    <message>
      <source>Nothing is deleted</source>
      <translation>Nichts wird gelöscht</translation>
    </message>
    <message>
      <source>Delete the engine's environment; layers and results stay</source>
      <translation>Die Umgebung der Engine löschen; Layer und Ergebnisse bleiben</translation>
    </message>
    <message>
      <source>found: {python}</source>
      <translation>gefunden: {python}</translation>
    </message>
    <message>
      <source>Engine {engine} in {python}</source>
      <translation>Engine {engine} in {python}</translation>
    </message>
    <message>
      <source>Engine {engine} · Python {python} · {size} GB in {folder}</source>
      <translation>Engine {engine} · Python {python} · {size} GB in {folder}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>Festplatte</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Arbeitsspeicher</translation>
    </message>
    <message>
      <source>Looking for a Python</source>
      <translation>Python wird gesucht</translation>
    </message>
    <message>
      <source>Making the environment</source>
      <translation>Umgebung wird angelegt</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>Pakete werden installiert</translation>
    </message>
    <message>
      <source>Looking at the engine</source>
      <translation>Engine wird angesehen</translation>
    </message>
    <message>
      <source>Proving the device with a matrix product</source>
      <translation>Gerät wird mit einem Matrixprodukt geprüft</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>The package index does not answer; trying again…</source>
      <translation>Der Paketindex antwortet nicht; neuer Versuch…</translation>
    </message>
    <message>
      <source>{card} lies idle: the build of torch in this Python cannot use it.</source>
      <translation>{card} bleibt ungenutzt: Der torch-Build in diesem Python kann sie nicht verwenden.</translation>
    </message>
    <message>
      <source>{card} lies idle. To use it, open “Install it differently”, name under More the package index with the CUDA builds of torch for your driver, and install again.</source>
      <translation>{card} bleibt ungenutzt. Um sie zu nutzen, „Anders installieren“ öffnen, unter „Mehr“ den Paketindex mit den CUDA-Builds von torch für den eigenen Treiber angeben und neu installieren.</translation>
    </message>
    <message>
      <source>To use {card}, name under More the package index with the CUDA builds of torch.</source>
      <translation>Um {card} zu nutzen, unter „Mehr“ den Paketindex mit den CUDA-Builds von torch angeben.</translation>
    </message>
    <message>
      <source>Show as</source>
      <translation>Anzeigen als</translation>
    </message>
    <message>
      <source>Show the layer in natural colour, in false colours, or as it was before</source>
      <translation>Den Layer in Echtfarben, in Falschfarben oder wie zuvor anzeigen</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>wie zuvor</translation>
    </message>
    <message>
      <source>Mean and, shaded, one standard deviation of the labels of each class; the pixel under the cursor as a line with dots. Values as they stand in the file.</source>
      <translation>Mittelwert und, schattiert, eine Standardabweichung der Labels jeder Klasse; das Pixel unter dem Mauszeiger als Linie mit Punkten. Werte, wie sie in der Datei stehen.</translation>
    </message>
    <message>
      <source>Spectra of the classes</source>
      <translation>Spektren der Klassen</translation>
    </message>
    <message>
      <source>Label some pixels to see the spectra of their classes.</source>
      <translation>Labeln Sie einige Pixel, um die Spektren ihrer Klassen zu sehen.</translation>
    </message>
    <message>
      <source>All points fit their classes.</source>
      <translation>Alle Punkte passen zu ihren Klassen.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like {other}: check it.</source>
      <translation>1 Punkt von {name} sieht aus wie {other}: bitte prüfen.</translation>
    </message>
    <message>
      <source>{count} points of {name} look like {other}: check them.</source>
      <translation>{count} Punkte von {name} sehen aus wie {other}: bitte prüfen.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like no class: check it.</source>
      <translation>1 Punkt von {name} sieht aus wie keine Klasse: bitte prüfen.</translation>
    </message>
    <message>
      <source>{count} points of {name} look like no class: check them.</source>
      <translation>{count} Punkte von {name} sehen aus wie keine Klasse: bitte prüfen.</translation>
    </message>
    <message>
      <source>A point is marked on the map where it is more than {far:g} robust standard deviations from the median of its class, over all bands. Classes with fewer than {least} points are not judged.</source>
      <translation>Ein Punkt wird auf der Karte markiert, wenn er über alle Kanäle mehr als {far:g} robuste Standardabweichungen vom Median seiner Klasse entfernt ist. Klassen mit weniger als {least} Punkten werden nicht beurteilt.</translation>
    </message>
    <message>
      <source>Values of the pixel under the cursor, as they stand in the file</source>
      <translation>Werte des Pixels unter dem Mauszeiger, wie sie in der Datei stehen</translation>
    </message>
    <message>
      <source>Move over the layer on the map to see the values of a pixel.</source>
      <translation>In der Karte über den Layer fahren, um die Werte eines Pixels zu sehen.</translation>
    </message>
    <message>
      <source>wavelength (nm)</source>
      <translation>Wellenlänge (nm)</translation>
    </message>
    <message>
      <source>band</source>
      <translation>Band</translation>
    </message>
    <message>
      <source>Swipe between two results: move the pointer over the map, Esc ends</source>
      <translation>Zwischen zwei Ergebnissen wischen: den Mauszeiger über die Karte bewegen, Esc beendet</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Map on the left</source>
      <translation>Karte links</translation>
    </message>
    <message>
      <source>Map on the right</source>
      <translation>Karte rechts</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Choose a layer</source>
      <translation>Layer wählen</translation>
    </message>
    <message>
      <source>The scene to map. Below it stands what OFA has read: ✓ all is known, ▲ OFA asks you something under Bands.</source>
      <translation>Die Szene, die kartiert wird. Darunter steht, was OFA gelesen hat: ✓ alles ist bekannt, ▲ OFA fragt etwas unter Bänder.</translation>
    </message>
    <message>
      <source>Name your classes</source>
      <translation>Klassen benennen</translation>
    </message>
    <message>
      <source>Add a class for each kind of land cover and type its name. At least two are needed.</source>
      <translation>Für jede Art der Landbedeckung eine Klasse hinzufügen und ihren Namen eingeben. Mindestens zwei sind nötig.</translation>
    </message>
    <message>
      <source>Click labels</source>
      <translation>Labels setzen</translation>
    </message>
    <message>
      <source>Press Point, then click on the map where you know the class. Keys 1 to 9 choose the class, a right-click removes a label.</source>
      <translation>Auf Punkt klicken, dann in die Karte, wo die Klasse bekannt ist. Tasten 1 bis 9 wählen die Klasse, ein Rechtsklick entfernt ein Label.</translation>
    </message>
    <message>
      <source>Look at the preview</source>
      <translation>Vorschau ansehen</translation>
    </message>
    <message>
      <source>The map of the view follows your labels. The line below says how good it is; Where next? marks the places where a label helps most.</source>
      <translation>Die Karte des Ausschnitts folgt den Labels. Die Zeile darunter sagt, wie gut sie ist; Wo weiter? markiert die Stellen, an denen ein Label am meisten hilft.</translation>
    </message>
    <message>
      <source>Classify the whole scene</source>
      <translation>Die ganze Szene klassifizieren</translation>
    </message>
    <message>
      <source>Writes the map as a GeoTIFF and adds it to the project. QGIS stays usable meanwhile.</source>
      <translation>Schreibt die Karte als GeoTIFF und fügt sie dem Projekt hinzu. QGIS bleibt dabei benutzbar.</translation>
    </message>
    <message>
      <source>New here? The tour takes a minute.</source>
      <translation>Neu hier? Die Tour dauert eine Minute.</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} von {count}</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Take the tour</source>
      <translation>Tour starten</translation>
    </message>
    <message>
      <source>Above: the loss on training chips (blue) and on left-out blocks (orange); less is better. Below: the score on left-out blocks; the best so far has a ring.</source>
      <translation>Oben: der Verlust auf Trainingsausschnitten (blau) und auf ausgelassenen Blöcken (orange); weniger ist besser. Unten: die Güte auf ausgelassenen Blöcken; die bisher beste hat einen Ring.</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>best {score} at step {step}</source>
      <translation>bester {score} bei Schritt {step}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>Verlust</translation>
    </message>
    <message>
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>left-out blocks</source>
      <translation>ausgelassene Blöcke</translation>
    </message>
    <message>
      <source>What the model learns to tell of each pixel.</source>
      <translation>Was das Modell für jedes Pixel zu sagen lernt.</translation>
    </message>
    <message>
      <source>More that is trained needs more labels, time and memory.</source>
      <translation>Je mehr trainiert wird, desto mehr Labels, Zeit und Speicher braucht es.</translation>
    </message>
    <message>
      <source>What turns the features into classes or numbers.</source>
      <translation>Was aus den Merkmalen Klassen oder Zahlen macht.</translation>
    </message>
    <message>
      <source>The model to start from.</source>
      <translation>Das Modell, von dem ausgegangen wird.</translation>
    </message>
    <message>
      <source>as needed</source>
      <translation>nach Bedarf</translation>
    </message>
    <message>
      <source>At most so many steps; a run that gains nothing more ends sooner.</source>
      <translation>Höchstens so viele Schritte; ein Lauf, der nichts mehr gewinnt, endet früher.</translation>
    </message>
    <message>
      <source>Chips of the scene in a step: fewer need less memory.</source>
      <translation>Ausschnitte der Szene je Schritt: weniger brauchen weniger Speicher.</translation>
    </message>
    <message>
      <source>What the list of models will call it; also the name of its folder.</source>
      <translation>So heißt es in der Liste der Modelle; auch der Name seines Ordners.</translation>
    </message>
    <message>
      <source>Choose the field that holds the class or the number.</source>
      <translation>Das Feld wählen, das die Klasse oder die Zahl enthält.</translation>
    </message>
    <message>
      <source>Numbers come from a layer: choose one under Labels.</source>
      <translation>Zahlen kommen aus einem Layer: unter Labels einen wählen.</translation>
    </message>
    <message>
      <source>Label two classes under Map, or choose a layer of labels.</source>
      <translation>Unter Karte zwei Klassen labeln oder einen Layer mit Labels wählen.</translation>
    </message>
    <message>
      <source>those of the page Map</source>
      <translation>die der Seite Karte</translation>
    </message>
    <message>
      <source>Points or polygons with a field, or a raster of labels. What has no label is left out.</source>
      <translation>Punkte oder Polygone mit einem Feld oder ein Raster mit Labels. Was kein Label hat, bleibt außen vor.</translation>
    </message>
    <message>
      <source>The field that holds the class or the number</source>
      <translation>Das Feld mit der Klasse oder der Zahl</translation>
    </message>
    <message>
      <source>Further scenes</source>
      <translation>Weitere Szenen</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>the labels have no CRS</source>
      <translation>die Labels haben kein KBS</translation>
    </message>
    <message>
      <source>set it in the layer's properties</source>
      <translation>es in den Layereigenschaften setzen</translation>
    </message>
    <message>
      <source>curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <source>confusion matrix</source>
      <translation>Konfusionsmatrix</translation>
    </message>
    <message>
      <source>example maps</source>
      <translation>Beispielkarten</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>expected a name of letters, digits, spaces and -_. for the model; found {name}</source>
      <translation>erwartet: ein Name des Modells aus Buchstaben, Ziffern, Leerzeichen und -_.; gefunden: {name}</translation>
    </message>
    <message>
      <source>give another</source>
      <translation>einen anderen angeben</translation>
    </message>
    <message>
      <source>Train {name}</source>
      <translation>{name} trainieren</translation>
    </message>
    <message>
      <source>none</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>Labelled scenes of the same sensor and units, to be learnt from as well. What you answered under Bands… must be the same for all.</source>
      <translation>Gelabelte Szenen desselben Sensors mit denselben Einheiten, aus denen auch gelernt wird. Die Antworten unter „Kanäle…“ müssen bei allen gleich sein.</translation>
    </message>
    <message>
      <source>There is a model {name} already: give another name.</source>
      <translation>Es gibt schon ein Modell {name}: einen anderen Namen angeben.</translation>
    </message>
    <message>
      <source>Start trainin&amp;g</source>
      <translation>Training &amp;starten</translation>
    </message>
    <message>
      <source>Stop and &amp;keep the best</source>
      <translation>Beenden, Bestes be&amp;halten</translation>
    </message>
    <message>
      <source>End now; the model is the best one so far.</source>
      <translation>Jetzt beenden; das Modell ist das bisher beste.</translation>
    </message>
    <message>
      <source>C&amp;ancel</source>
      <translation>Abbre&amp;chen</translation>
    </message>
    <message>
      <source>Stop here; started again with the same settings, the run goes on.</source>
      <translation>Hier anhalten; mit denselben Einstellungen neu gestartet, geht der Lauf weiter.</translation>
    </message>
    <message>
      <source>What the run wrote beside the model.</source>
      <translation>Was der Lauf neben das Modell geschrieben hat.</translation>
    </message>
    <message>
      <source>Map this scene with &amp;it</source>
      <translation>Diese Szene damit &amp;kartieren</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>Szene</translation>
    </message>
    <message>
      <source>Train in the background; QGIS stays usable.</source>
      <translation>Im Hintergrund trainieren; QGIS bleibt benutzbar.</translation>
    </message>
    <message>
      <source>Choose the model under Map, and map the whole scene with it.</source>
      <translation>Das Modell unter Karte wählen und die ganze Szene damit kartieren.</translation>
    </message>
    <message>
      <source>A scene is being mapped: wait for it.</source>
      <translation>Eine Szene wird gerade kartiert: bitte warten.</translation>
    </message>
    <message>
      <source>The models are being listed.</source>
      <translation>Die Modelle werden aufgelistet.</translation>
    </message>
    <message>
      <source>Choose a layer under Map.</source>
      <translation>Unter „Karte“ einen Layer wählen.</translation>
    </message>
    <message>
      <source>{layer} is being read.</source>
      <translation>{layer} wird gelesen.</translation>
    </message>
    <message>
      <source>Answer what is asked about {layer}: press Bands… under Map.</source>
      <translation>Die Fragen zu {layer} beantworten: unter „Karte“ auf „Kanäle…“ klicken.</translation>
    </message>
    <message>
      <source>{layer} cannot be used: the page Map says why.</source>
      <translation>{layer} kann nicht verwendet werden: Die Seite „Karte“ sagt, warum.</translation>
    </message>
    <message>
      <source>Another training runs; this one begins when it is done.</source>
      <translation>Ein anderes Training läuft; dieses beginnt, wenn es fertig ist.</translation>
    </message>
    <message>
      <source>Starting.</source>
      <translation>Wird gestartet.</translation>
    </message>
    <message>
      <source>On labels that were left out in blocks; with few labels it is a rough number.</source>
      <translation>Auf Labels, die in Blöcken ausgelassen wurden; mit wenigen Labels ist es eine grobe Zahl.</translation>
    </message>
    <message>
      <source>Stop and keep the best: possible after the first evaluation, when a model has been judged.</source>
      <translation>„Beenden, Bestes behalten“ geht nach der ersten Auswertung, wenn ein Modell bewertet ist.</translation>
    </message>
    <message>
      <source>Stopping: the best model is saved.</source>
      <translation>Wird beendet: Das beste Modell wird gespeichert.</translation>
    </message>
    <message>
      <source>Cancelling.</source>
      <translation>Wird abgebrochen.</translation>
    </message>
    <message>
      <source>{name} is in the list of models.</source>
      <translation>{name} ist in der Liste der Modelle.</translation>
    </message>
    <message>
      <source>Cancelled; started again, it goes on from here.</source>
      <translation>Abgebrochen; neu gestartet, geht es von hier aus weiter.</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: {why}.</source>
      <translation>{folder} ist nicht beschreibbar: {why}.</translation>
    </message>
    <message>
      <source>{path} cannot be opened.</source>
      <translation>{path} lässt sich nicht öffnen.</translation>
    </message>
    <message>
      <source>Looking for like pixels…</source>
      <translation>Suche ähnliche Pixel …</translation>
    </message>
    <message>
      <source>{pixels} pixels, tolerance {step} of {steps}: wheel, then Enter</source>
      <translation>{pixels} Pixel, Toleranz {step} von {steps}: Mausrad, dann Enter</translation>
    </message>
    <message>
      <source>whole layer</source>
      <translation>ganzer Layer</translation>
    </message>
    <message>
      <source>current view</source>
      <translation>aktuelle Ansicht</translation>
    </message>
    <message>
      <source>drawn rectangle</source>
      <translation>gezeichnetes Rechteck</translation>
    </message>
    <message>
      <source>Which part to map. A pixel's class does not depend on it.</source>
      <translation>Welcher Teil kartiert wird. Die Klasse eines Pixels hängt nicht davon ab.</translation>
    </message>
    <message>
      <source>The map. Labels, recipe, confidence, polygons and report go beside it.</source>
      <translation>Die Karte. Labels, Rezept, Konfidenz, Polygone und Bericht kommen daneben.</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <source>A second raster: how sure the map is of each pixel, 0 to 1.</source>
      <translation>Ein zweites Raster: wie sicher die Karte bei jedem Pixel ist, 0 bis 1.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>The map as polygons with class, area and mean confidence, in a GeoPackage.</source>
      <translation>Die Karte als Polygone mit Klasse, Fläche und mittlerer Konfidenz, in einem GeoPackage.</translation>
    </message>
    <message>
      <source>report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Accuracy, confusion matrix, areas and the recipe as a page to keep.</source>
      <translation>Genauigkeit, Konfusionsmatrix, Flächen und Rezept als Seite zum Aufheben.</translation>
    </message>
    <message>
      <source>Classi&amp;fy</source>
      <translation>Klassi&amp;fizieren</translation>
    </message>
    <message>
      <source>Cancel; the same run goes on from here later.</source>
      <translation>Abbrechen; derselbe Lauf macht später von hier aus weiter.</translation>
    </message>
    <message>
      <source>Map the whole scene in the background; QGIS stays usable.</source>
      <translation>Die ganze Szene im Hintergrund kartieren; QGIS bleibt benutzbar.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions and labels of two classes.</source>
      <translation>Braucht einen Layer ohne offene Fragen und Labels für zwei Klassen.</translation>
    </message>
    <message>
      <source>Name the file for the map under “Output”.</source>
      <translation>Nennen Sie unter „Ausgabe“ die Datei für die Karte.</translation>
    </message>
    <message>
      <source>There is no folder {folder}: choose another.</source>
      <translation>Es gibt keinen Ordner {folder}: anderen wählen.</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: choose another.</source>
      <translation>{folder} ist nicht beschreibbar: anderen wählen.</translation>
    </message>
    <message>
      <source>A map is a GeoTIFF: {new} instead of {old}.</source>
      <translation>Eine Karte ist ein GeoTIFF: {new} statt {old}.</translation>
    </message>
    <message>
      <source>{old} is there already; the new map is {new}.</source>
      <translation>{old} gibt es schon; die neue Karte ist {new}.</translation>
    </message>
    <message>
      <source>Classify {name}</source>
      <translation>{name} klassifizieren</translation>
    </message>
    <message>
      <source>Map {name}</source>
      <translation>{name} kartieren</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <source>{stage} ({number} of {count}):</source>
      <translation>{stage} ({number} von {count}):</translation>
    </message>
    <message>
      <source>The map of {name} is done: {path}</source>
      <translation>Die Karte von {name} ist fertig: {path}</translation>
    </message>
    <message>
      <source>{file} is in the project.</source>
      <translation>{file} ist im Projekt.</translation>
    </message>
    <message>
      <source>the labels {name} have no field {field}</source>
      <translation>die Labels {name} haben kein Feld {field}</translation>
    </message>
    <message>
      <source>choose one of: {fields}</source>
      <translation>eines davon wählen: {fields}</translation>
    </message>
    <message>
      <source>add a field that holds the class</source>
      <translation>ein Feld hinzufügen, das die Klasse enthält</translation>
    </message>
    <message>
      <source>the labels cannot be written to {path} ({reason})</source>
      <translation>die Labels können nicht nach {path} geschrieben werden ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to, with space left</source>
      <translation>einen beschreibbaren Ordner mit freiem Platz wählen</translation>
    </message>
    <message>
      <source>the labels {name} cannot be brought to {crs}</source>
      <translation>die Labels {name} lassen sich nicht in {crs} umrechnen</translation>
    </message>
    <message>
      <source>reproject them in QGIS first</source>
      <translation>zuerst in QGIS umprojizieren</translation>
    </message>
    <message>
      <source>no raster layer is chosen</source>
      <translation>kein Rasterlayer ist gewählt</translation>
    </message>
    <message>
      <source>choose the layer to classify</source>
      <translation>den zu klassifizierenden Layer wählen</translation>
    </message>
    <message>
      <source>the layer {name} cannot be opened</source>
      <translation>der Layer {name} kann nicht geöffnet werden</translation>
    </message>
    <message>
      <source>repair its data source in QGIS</source>
      <translation>seine Datenquelle in QGIS reparieren</translation>
    </message>
    <message>
      <source>{name} is no file: only QGIS can read it</source>
      <translation>{name} ist keine Datei: nur QGIS kann das lesen</translation>
    </message>
    <message>
      <source>{name} lives in the memory of QGIS</source>
      <translation>{name} liegt im Arbeitsspeicher von QGIS</translation>
    </message>
    <message>
      <source>{name} is read with access rights that QGIS keeps</source>
      <translation>{name} wird mit Zugangsdaten gelesen, die QGIS verwahrt</translation>
    </message>
    <message>
      <source>{name} is opened with options of its own ({options})</source>
      <translation>{name} ist mit eigenen Optionen geöffnet ({options})</translation>
    </message>
    <message>
      <source>the file of {name} is gone: {path}</source>
      <translation>die Datei von {name} fehlt: {path}</translation>
    </message>
    <message>
      <source>export the part you need as GeoTIFF</source>
      <translation>den benötigten Teil als GeoTIFF exportieren</translation>
    </message>
    <message>
      <source>export the part you need as GeoTIFF; it will hold the colours of a picture, not measurements</source>
      <translation>den benötigten Teil als GeoTIFF exportieren; es enthält dann die Farben eines Bildes, keine Messwerte</translation>
    </message>
    <message>
      <source>the bands of {name} have different nodata settings</source>
      <translation>die Bänder von {name} haben verschiedene Nodata-Einstellungen</translation>
    </message>
    <message>
      <source>give all bands the same in the layer's properties, or export the part you need as GeoTIFF</source>
      <translation>in den Layereigenschaften allen Bändern dieselbe geben oder den benötigten Teil als GeoTIFF exportieren</translation>
    </message>
    <message>
      <source>{rate:.3g} Mpx/min</source>
      <translation>{rate:.3g} Mpx/min</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>noch {time}</translation>
    </message>
    <message>
      <source>OFA: labels to a map</source>
      <translation>OFA: von Labels zur Karte</translation>
    </message>
    <message>
      <source>Click a few labels, get a class map</source>
      <translation>Ein paar Trainingspunkte klicken, Klassenkarte erhalten</translation>
    </message>
    <message>
      <source>deep learning,AI,satellite,Sentinel,radar,hyperspectral,land cover,engine</source>
      <translation>Deep Learning,KI,Satellit,Sentinel,Radar,hyperspektral,Landbedeckung,Engine</translation>
    </message>
    <message>
      <source>The engine is not set up yet: open the OFA dock and set it up.</source>
      <translation>Die Engine ist noch nicht eingerichtet: OFA-Bedienfeld öffnen und einrichten.</translation>
    </message>
    <message>
      <source>A raster that GDAL reads, such as a GeoTIFF or a VRT. Nodata and CRS are as in its properties.</source>
      <translation>Ein Raster, das GDAL liest, zum Beispiel ein GeoTIFF oder ein VRT. Nodata und KBS gelten wie in seinen Eigenschaften.</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>Empty: as answered in the dock for this layer, else as read from the file.</source>
      <translation>Leer: wie im Bedienfeld für diesen Layer beantwortet, sonst wie aus der Datei gelesen.</translation>
    </message>
    <message>
      <source>Sensor (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)</source>
      <translation>Sensor (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)</translation>
    </message>
    <message>
      <source>One of those that Inspect a scene names.</source>
      <translation>Einer von denen, die „Szene untersuchen“ nennt.</translation>
    </message>
    <message>
      <source>Bands (1=B02,2=B03,3=unused …)</source>
      <translation>Kanäle (1=B02,2=B03,3=unused …)</translation>
    </message>
    <message>
      <source>Number of the layer's band, =, and its name at the sensor, or unused; with commas between.</source>
      <translation>Nummer des Kanals im Layer, =, und sein Name beim Sensor oder unused; mit Kommas dazwischen.</translation>
    </message>
    <message>
      <source>What the values are: dn is reflectance × 10,000; dn+1000 is Sentinel-2 since January 2022.</source>
      <translation>Was die Werte sind: dn ist Reflektanz × 10.000; dn+1000 ist Sentinel-2 seit Januar 2022.</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <source>Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is data. Empty: you are asked where it is not clear.</source>
      <translation>Neben denen des Layers: Werte oder Bereiche, mit Kommas dazwischen; fill: was nach Füllwert aussieht; none: es sind Daten. Leer: Es wird gefragt, wo es nicht klar ist.</translation>
    </message>
    <message>
      <source>Nodata (0 or -9999:0, fill, none)</source>
      <translation>Nodata (0 oder -9999:0, fill, none)</translation>
    </message>
    <message>
      <source>Blocks that cannot be read count as nodata and are told. Off: they end the run.</source>
      <translation>Unlesbare Blöcke gelten als Nodata und werden gemeldet. Aus: sie beenden den Lauf.</translation>
    </message>
    <message>
      <source>Name or folder. Empty: the one chosen in the dock.</source>
      <translation>Name oder Ordner. Leer: das im Bedienfeld gewählte.</translation>
    </message>
    <message>
      <source>Model (ofa-tiny, or a folder)</source>
      <translation>Modell (ofa-tiny, oder ein Ordner)</translation>
    </message>
    <message>
      <source>auto takes a GPU only where it was proven to work; cuda is NVIDIA's, mps is Apple's.</source>
      <translation>auto nimmt eine GPU nur, wenn sie nachweislich funktioniert; cuda ist die von NVIDIA, mps die von Apple.</translation>
    </message>
    <message>
      <source>auto: what is fastest here, by measurement. float32 is the same on every machine, but for rounding.</source>
      <translation>auto: was hier gemessen am schnellsten ist. float32 ist bis auf Rundung auf jedem Rechner gleich.</translation>
    </message>
    <message>
      <source>Extent (xmin,xmax,ymin,ymax [EPSG:32632])</source>
      <translation>Ausdehnung (xmin,xmax,ymin,ymax [EPSG:32632])</translation>
    </message>
    <message>
      <source>Empty: the whole layer. A pixel's answer does not depend on it.</source>
      <translation>Leer: der ganze Layer. Die Antwort für ein Pixel hängt nicht davon ab.</translation>
    </message>
    <message>
      <source>the layer cannot be opened as a raster</source>
      <translation>der Layer kann nicht als Raster geöffnet werden</translation>
    </message>
    <message>
      <source>choose a raster layer</source>
      <translation>einen Rasterlayer wählen</translation>
    </message>
    <message>
      <source>Recipe, to be run again with: engine run RECIPE.json</source>
      <translation>Rezept, erneut auszuführen mit: engine run RECIPE.json</translation>
    </message>
    <message>
      <source>Cancelled; nothing was written.</source>
      <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
      <source>Classify a scene from labels</source>
      <translation>Szene aus Labels klassifizieren</translation>
    </message>
    <message>
      <source>A few labelled points or polygons become a map of the whole scene.</source>
      <translation>Aus wenigen gelabelten Punkten oder Polygonen wird eine Karte der ganzen Szene.</translation>
    </message>
    <message>
      <source>Points, lines or polygons; five to ten places for each class are a good start.</source>
      <translation>Punkte, Linien oder Polygone; fünf bis zehn Stellen je Klasse sind ein guter Anfang.</translation>
    </message>
    <message>
      <source>Field with the class</source>
      <translation>Feld mit der Klasse</translation>
    </message>
    <message>
      <source>Text or whole numbers, such as forest, water or 11, 12.</source>
      <translation>Text oder ganze Zahlen, zum Beispiel Wald, Wasser oder 11, 12.</translation>
    </message>
    <message>
      <source>A folder for a page with accuracy, confusion matrix and areas.</source>
      <translation>Ein Ordner für eine Seite mit Genauigkeit, Konfusionsmatrix und Flächen.</translation>
    </message>
    <message>
      <source>Macro-F1 of held-out labels (-1: too little could be checked)</source>
      <translation>Makro-F1 der ausgelassenen Labels (-1: zu wenig ließ sich prüfen)</translation>
    </message>
    <message>
      <source>Overall accuracy of held-out labels (-1: too little could be checked)</source>
      <translation>Gesamtgenauigkeit der ausgelassenen Labels (-1: zu wenig ließ sich prüfen)</translation>
    </message>
    <message>
      <source>Number of classes that could be checked</source>
      <translation>Anzahl der Klassen, die sich prüfen ließen</translation>
    </message>
    <message>
      <source>Number of held-out labels</source>
      <translation>Anzahl der ausgelassenen Labels</translation>
    </message>
    <message>
      <source>Number of folds</source>
      <translation>Anzahl der Folds</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>Anzahl der Klassen</translation>
    </message>
    <message>
      <source>the labels cannot be written beside the map ({reason})</source>
      <translation>die Labels können nicht neben die Karte geschrieben werden ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to</source>
      <translation>einen beschreibbaren Ordner wählen</translation>
    </message>
    <message>
      <source>not checked</source>
      <translation>nicht geprüft</translation>
    </message>
    <message>
      <source>Model: {name}</source>
      <translation>Modell: {name}</translation>
    </message>
    <message>
      <source>Device: {device}</source>
      <translation>Gerät: {device}</translation>
    </message>
    <message>
      <source>Features of a scene</source>
      <translation>Merkmale einer Szene</translation>
    </message>
    <message>
      <source>What the model sees in a scene: one band per feature, one pixel per patch.</source>
      <translation>Was das Modell in einer Szene sieht: ein Band je Merkmal, ein Pixel je Patch.</translation>
    </message>
    <message>
      <source>Of each feature in the file: whole numbers of 8 or 16 bits with a scale, or decimal numbers of 32.</source>
      <translation>Je Merkmal in der Datei: ganze Zahlen mit 8 oder 16 Bit und Skala oder Dezimalzahlen mit 32.</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <source>A GeoTIFF with a band for each feature, such as features.tif.</source>
      <translation>Ein GeoTIFF mit einem Kanal je Merkmal, zum Beispiel features.tif.</translation>
    </message>
    <message>
      <source>the output is the input</source>
      <translation>die Ausgabe ist die Eingabe</translation>
    </message>
    <message>
      <source>choose another name</source>
      <translation>einen anderen Namen wählen</translation>
    </message>
    <message>
      <source>Train a model of your own</source>
      <translation>Eigenes Modell trainieren</translation>
    </message>
    <message>
      <source>Fine-tunes a model on labelled scenes; it then maps other scenes without labels.</source>
      <translation>Trainiert ein Modell auf gelabelten Szenen nach; es kartiert dann andere Szenen ohne Labels.</translation>
    </message>
    <message>
      <source>Of the same kind as the first: what is said of its bands and units holds for them, too.</source>
      <translation>Von derselben Art wie die erste: Was über deren Bänder und Einheiten gesagt ist, gilt auch für sie.</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>Was trainiert wird</translation>
    </message>
    <message>
      <source>auto: what suits the task.</source>
      <translation>auto: was zur Aufgabe passt.</translation>
    </message>
    <message>
      <source>Model folder</source>
      <translation>Modellordner</translation>
    </message>
    <message>
      <source>A folder beside the one proposed is in the list of models, under its own name.</source>
      <translation>Ein Ordner neben dem vorgeschlagenen steht unter seinem Namen in der Liste der Modelle.</translation>
    </message>
    <message>
      <source>Points, lines or polygons. What has no label is left out.</source>
      <translation>Punkte, Linien oder Polygone. Was kein Label hat, bleibt außen vor.</translation>
    </message>
    <message>
      <source>Field with the class or value</source>
      <translation>Feld mit der Klasse oder dem Wert</translation>
    </message>
    <message>
      <source>A class, such as forest or 11, or a number to be learnt, such as a height.</source>
      <translation>Eine Klasse, zum Beispiel Wald oder 11, oder eine Zahl, die gelernt wird, zum Beispiel eine Höhe.</translation>
    </message>
    <message>
      <source>or a raster of labels</source>
      <translation>oder ein Raster mit Labels</translation>
    </message>
    <message>
      <source>On any grid; its palette names the classes, and its nodata is no class.</source>
      <translation>Auf einem beliebigen Gitter; seine Palette benennt die Klassen, und sein Nodata ist keine Klasse.</translation>
    </message>
    <message>
      <source>or a folder of label rasters</source>
      <translation>oder ein Ordner mit Label-Rastern</translation>
    </message>
    <message>
      <source>One for each scene, named after it, such as area_mask.tif for area.tif.</source>
      <translation>Eines je Szene, nach ihr benannt, etwa area_mask.tif für area.tif.</translation>
    </message>
    <message>
      <source>0: as many as what is trained needs.</source>
      <translation>0: so viele, wie das Trainierte braucht.</translation>
    </message>
    <message>
      <source>Chips in a step</source>
      <translation>Ausschnitte je Schritt</translation>
    </message>
    <message>
      <source>Fewer need less memory.</source>
      <translation>Weniger brauchen weniger Speicher.</translation>
    </message>
    <message>
      <source>0: what suits what is trained.</source>
      <translation>0: was zum Trainierten passt.</translation>
    </message>
    <message>
      <source>Side of a chip in pixels</source>
      <translation>Seite eines Ausschnitts in Pixeln</translation>
    </message>
    <message>
      <source>0: what suits the scenes.</source>
      <translation>0: was zu den Szenen passt.</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>Geduld</translation>
    </message>
    <message>
      <source>Evaluations without gain until the run ends early; 0: it never does.</source>
      <translation>Prüfungen ohne Gewinn, bis der Lauf vorzeitig endet; 0: nie.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>The same seed gives the same model.</source>
      <translation>Derselbe Startwert ergibt dasselbe Modell.</translation>
    </message>
    <message>
      <source>Best score on left-out blocks (-1: none)</source>
      <translation>Beste Güte auf ausgelassenen Blöcken (-1: keine)</translation>
    </message>
    <message>
      <source>Step of the best score</source>
      <translation>Schritt der besten Güte</translation>
    </message>
    <message>
      <source>What the score is</source>
      <translation>Was die Güte ist</translation>
    </message>
    <message>
      <source>expected one of LABELS, LABEL_RASTER and LABEL_FOLDER; found {count}</source>
      <translation>erwartet: eines von LABELS, LABEL_RASTER und LABEL_FOLDER; gefunden: {count}</translation>
    </message>
    <message>
      <source>choose a layer with a field, a raster, or a folder</source>
      <translation>einen Layer mit Feld, ein Raster oder einen Ordner wählen</translation>
    </message>
    <message>
      <source>MORE_LABELS go with LABELS; found {name}</source>
      <translation>MORE_LABELS gehören zu LABELS; gefunden: {name}</translation>
    </message>
    <message>
      <source>leave MORE_LABELS empty</source>
      <translation>MORE_LABELS leer lassen</translation>
    </message>
    <message>
      <source>the folder {folder} holds a finished model</source>
      <translation>im Ordner {folder} liegt ein fertiges Modell</translation>
    </message>
    <message>
      <source>Cancelled; the same run goes on from here.</source>
      <translation>Abgebrochen; derselbe Lauf geht von hier aus weiter.</translation>
    </message>
    <message>
      <source>Which layer band is which, in what units, and where that was read.</source>
      <translation>Welches Layer-Band was ist, in welchen Einheiten, und wo das gelesen wurde.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
      <source>A page with sensor, units, open questions and all bands, such as scene.html.</source>
      <translation>Eine Seite mit Sensor, Einheiten, offenen Fragen und allen Kanälen, zum Beispiel szene.html.</translation>
    </message>
    <message>
      <source>Sensor</source>
      <translation>Sensor</translation>
    </message>
    <message>
      <source>Number of open questions</source>
      <translation>Anzahl offener Fragen</translation>
    </message>
    <message>
      <source>All that was found (JSON)</source>
      <translation>Alles Gefundene (JSON)</translation>
    </message>
    <message>
      <source>Sensor: {sensor}</source>
      <translation>Sensor: {sensor}</translation>
    </message>
    <message>
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>Units: {units}</source>
      <translation>Einheiten: {units}</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>{width} × {height} pixels, {dtype}</source>
      <translation>{width} × {height} Pixel, {dtype}</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Pixelgröße</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>KBS</translation>
    </message>
    <message>
      <source>Nodata</source>
      <translation>Nodata</translation>
    </message>
    <message>
      <source>Band</source>
      <translation>Band</translation>
    </message>
    <message>
      <source>Open questions</source>
      <translation>Offene Fragen</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bänder</translation>
    </message>
    <message>
      <source>fill in {parameter}: {values}</source>
      <translation>{parameter} ausfüllen: {values}</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>nicht genutzt</translation>
    </message>
    <message>
      <source>the report {path} cannot be written ({reason})</source>
      <translation>der Bericht {path} kann nicht geschrieben werden ({reason})</translation>
    </message>
    <message>
      <source>Further labels</source>
      <translation>Weitere Labels</translation>
    </message>
    <message>
      <source>Layers of points, lines or polygons in any CRS, to be learnt from as well. Their class is in a field of the same name, else in the one that looks like classes.</source>
      <translation>Layer mit Punkten, Linien oder Polygonen in beliebigem KBS, aus denen auch gelernt wird. Ihre Klasse steht in einem Feld gleichen Namens, sonst in dem, das nach Klassen aussieht.</translation>
    </message>
    <message>
      <source>the labels cannot be opened</source>
      <translation>die Labels können nicht geöffnet werden</translation>
    </message>
    <message>
      <source>choose a layer of points or polygons</source>
      <translation>einen Layer mit Punkten oder Polygonen wählen</translation>
    </message>
    <message>
      <source>the labels have no field {field}</source>
      <translation>die Labels haben kein Feld {field}</translation>
    </message>
    <message>
      <source>the labels {name} have no field {field}, and no other that looks like classes</source>
      <translation>die Labels {name} haben kein Feld {field} und keines, das nach Klassen aussieht</translation>
    </message>
    <message>
      <source>give the field of the class the same name in all layers of labels</source>
      <translation>dem Feld der Klasse in allen Label-Layern denselben Namen geben</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as map.tif.</source>
      <translation>Ein GeoTIFF, zum Beispiel karte.tif.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <source>A GeoTIFF of 0 to 1; it is loaded below the map.</source>
      <translation>Ein GeoTIFF von 0 bis 1; es wird unter der Karte geladen.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp; it is loaded below the map.</source>
      <translation>Eine Datei wie karte.gpkg, .geojson oder .shp; sie wird unter der Karte geladen.</translation>
    </message>
    <message>
      <source>the output {path} is an input</source>
      <translation>die Ausgabe {path} ist eine Eingabe</translation>
    </message>
    <message>
      <source>two outputs are named {path}</source>
      <translation>zwei Ausgaben heißen {path}</translation>
    </message>
    <message>
      <source>give each its own</source>
      <translation>jeder eine eigene geben</translation>
    </message>
    <message>
      <source>Map a scene with a trained model</source>
      <translation>Szene mit einem trainierten Modell kartieren</translation>
    </message>
    <message>
      <source>A model that was trained on labelled scenes maps another one; no labels are needed.</source>
      <translation>Ein Modell, das auf gelabelten Szenen trainiert wurde, kartiert eine andere; Labels sind nicht nötig.</translation>
    </message>
    <message>
      <source>One of those trained here.</source>
      <translation>Eines von denen, die hier trainiert wurden.</translation>
    </message>
    <message>
      <source>or a model folder</source>
      <translation>oder ein Modellordner</translation>
    </message>
    <message>
      <source>Where the model is not in the list; goes before it.</source>
      <translation>Wo das Modell nicht in der Liste ist; geht dieser vor.</translation>
    </message>
    <message>
      <source>found {name}</source>
      <translation>gefunden: {name}</translation>
    </message>
    <message>
      <source>found none</source>
      <translation>gefunden: keines</translation>
    </message>
    <message>
      <source>expected a model that was trained to map pixels; {found}</source>
      <translation>erwartet: ein Modell, das Pixel zu kartieren gelernt hat; {found}</translation>
    </message>
    <message>
      <source>train one with ofa:finetune, or choose its folder</source>
      <translation>mit ofa:finetune eines trainieren oder seinen Ordner wählen</translation>
    </message>
    <message>
      <source>bands are written 1=B02,2=B03; found {part}</source>
      <translation>Bänder werden als 1=B02,2=B03 geschrieben; gefunden: {part}</translation>
    </message>
    <message>
      <source>write band number, =, and its name</source>
      <translation>Bandnummer, = und den Namen schreiben</translation>
    </message>
    <message>
      <source>there is no band {number}, or it is named twice</source>
      <translation>es gibt kein Band {number}, oder es ist zweimal genannt</translation>
    </message>
    <message>
      <source>the layer has {count} bands</source>
      <translation>der Layer hat {count} Bänder</translation>
    </message>
    <message>
      <source>nodata is written -9999 or 0:5, fill or none; found {part}</source>
      <translation>Nodata schreibt man -9999 oder 0:5, fill oder none; gefunden: {part}</translation>
    </message>
    <message>
      <source>leave it empty, and you are asked</source>
      <translation>lassen Sie es leer, dann werden Sie gefragt</translation>
    </message>
    <message>
      <source>the extent has no place in the CRS of {name}</source>
      <translation>die Ausdehnung lässt sich im KBS von {name} nicht darstellen</translation>
    </message>
    <message>
      <source>zoom to the layer</source>
      <translation>auf den Layer zoomen</translation>
    </message>
    <message>
      <source>the extent lies outside {name}</source>
      <translation>die Ausdehnung liegt außerhalb von {name}</translation>
    </message>
    <message>
      <source>the file exists already: {path}</source>
      <translation>die Datei gibt es schon: {path}</translation>
    </message>
    <message>
      <source>the export was cancelled</source>
      <translation>der Export wurde abgebrochen</translation>
    </message>
    <message>
      <source>the export to {path} failed</source>
      <translation>der Export nach {path} ist fehlgeschlagen</translation>
    </message>
    <message>
      <source>Export {name}</source>
      <translation>{name} exportieren</translation>
    </message>
    <message>
      <source>map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <source>Not checked: no class has labels in two places.</source>
      <translation>Nicht geprüft: Keine Klasse hat Labels an zwei Orten.</translation>
    </message>
    <message>
      <source>Macro-F1 {score:.2f}, overall accuracy {overall:.2f}: {checked} of {classes} classes checked, {labels} held-out labels</source>
      <translation>Makro-F1 {score:.2f}, Gesamtgenauigkeit {overall:.2f}: {checked} von {classes} Klassen geprüft, {labels} ausgelassene Labels</translation>
    </message>
    <message>
      <source>No overall score: {checked} of {classes} classes checked, {area:.0f} % of the mapped area. {least:.0f} % of the classes and of the area are needed.</source>
      <translation>Keine Gesamtbewertung: {checked} von {classes} Klassen geprüft, {area:.0f} % der kartierten Fläche. Nötig sind {least:.0f} % der Klassen und der Fläche.</translation>
    </message>
    <message>
      <source>Not checked: {name}. Label it in a second place.</source>
      <translation>Nicht geprüft: {name}. Labels an einem zweiten Ort setzen.</translation>
    </message>
    <message>
      <source>Not checked: {names}. Label each in a second place.</source>
      <translation>Nicht geprüft: {names}. Für jede Labels an einem zweiten Ort setzen.</translation>
    </message>
    <message>
      <source>Labels are held out in blocks of {block} pixels, in {folds} rounds, and mapped without being known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each counted alike; overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class is checked if it has labels in two or more places far apart. One number is shown only if the checked classes are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.</source>
      <translation>Labels werden in Blöcken von {block} Pixeln in {folds} Durchgängen ausgelassen und kartiert, ohne bekannt zu sein, damit Nachbarn die Bewertung nicht schönen. Makro-F1 ist das mittlere F1 der geprüften Klassen, jede zählt gleich viel; Gesamtgenauigkeit ist der Anteil der ausgelassenen gelabelten Pixel, die richtig kartiert sind; 1 ist fehlerfrei. Eine Klasse ist geprüft, wenn sie Labels an zwei oder mehr weit entfernten Orten hat. Eine einzelne Zahl steht nur da, wenn die geprüften Klassen mindestens {least:.0f} % der Klassen und der kartierten Fläche ausmachen: Die übrigen können gut oder schlecht kartiert sein.</translation>
    </message>
    <message>
      <source>Map of {scene} by OFA.</source>
      <translation>Karte von {scene} durch OFA.</translation>
    </message>
    <message>
      <source> (untrained)</source>
      <translation> (untrainiert)</translation>
    </message>
    <message>
      <source>Model: {name}{trained}, sha256 {digest}</source>
      <translation>Modell: {name}{trained}, sha256 {digest}</translation>
    </message>
    <message>
      <source>Sensor: {sensor}, units: {units}</source>
      <translation>Sensor: {sensor}, Einheiten: {units}</translation>
    </message>
    <message>
      <source>Made {time}</source>
      <translation>Erstellt {time}</translation>
    </message>
    <message>
      <source>the engine is not set up yet</source>
      <translation>die Engine ist noch nicht eingerichtet</translation>
    </message>
    <message>
      <source>open the OFA dock and set it up</source>
      <translation>OFA-Bedienfeld öffnen und einrichten</translation>
    </message>
    <message>
      <source>a class for each pixel</source>
      <translation>eine Klasse je Pixel</translation>
    </message>
    <message>
      <source>a number for each pixel</source>
      <translation>eine Zahl je Pixel</translation>
    </message>
    <message>
      <source>the head only (quick, fewer labels)</source>
      <translation>nur den Kopf (schnell, weniger Labels)</translation>
    </message>
    <message>
      <source>the head and small additions (LoRA)</source>
      <translation>den Kopf und kleine Zusätze (LoRA)</translation>
    </message>
    <message>
      <source>the whole network (slow, many labels)</source>
      <translation>das ganze Netz (langsam, viele Labels)</translation>
    </message>
    <message>
      <source>what suits the task</source>
      <translation>was zur Aufgabe passt</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linear</translation>
    </message>
    <message>
      <source>light</source>
      <translation>leicht</translation>
    </message>
    <message>
      <source>UPerNet</source>
      <translation>UPerNet</translation>
    </message>
    <message>
      <source>macro-F1</source>
      <translation>Makro-F1</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>mean average precision</source>
      <translation>mittlere Durchschnittspräzision</translation>
    </message>
    <message>
      <source>RMSE</source>
      <translation>RMSE</translation>
    </message>
    <message>
      <source>score: after the first evaluation</source>
      <translation>Bewertung: nach der ersten Auswertung</translation>
    </message>
    <message>
      <source>RMSE, in units of the labels</source>
      <translation>RMSE, in Einheiten der Labels</translation>
    </message>
    <message>
      <source>macro-F1, 0 to 1</source>
      <translation>Makro-F1, 0 bis 1</translation>
    </message>
    <message>
      <source>Best {metric} on left-out blocks: {score}, at step {step}</source>
      <translation>Bestes {metric} auf ausgelassenen Blöcken: {score}, bei Schritt {step}</translation>
    </message>
    <message>
      <source>{name} has another nodata setting or assigned CRS than {first}</source>
      <translation>{name} hat eine andere Nodata-Einstellung oder ein anderes zugewiesenes KBS als {first}</translation>
    </message>
    <message>
      <source>set the same in the properties of both: what is set for the first scene holds for all</source>
      <translation>in den Eigenschaften beider dasselbe einstellen: was für die erste Szene eingestellt ist, gilt für alle</translation>
    </message>
    <message>
      <source>{name} has other answers about its bands or units than {first}</source>
      <translation>{name} hat andere Antworten zu Kanälen oder Einheiten als {first}</translation>
    </message>
    <message>
      <source>give both the same answers under Bands…, or train on one of them</source>
      <translation>beiden unter „Kanäle…“ dieselben Antworten geben oder mit einer von ihnen trainieren</translation>
    </message>
  </context>
  <context>
    <name>OfaSetup</name>
    <message>
      <source>Set up the engine</source>
      <translation>Engine einrichten</translation>
    </message>
    <message>
      <source>OFA computes in a program of its own. It needs a Python environment beside QGIS; QGIS's own Python stays as it is.</source>
      <translation>OFA rechnet in einem eigenen Programm. Es braucht eine Python-Umgebung neben QGIS; das Python von QGIS bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>&amp;Start</source>
      <translation>&amp;Starten</translation>
    </message>
    <message>
      <source>Go to layers, classes and labels</source>
      <translation>Zu Layern, Klassen und Labels</translation>
    </message>
    <message>
      <source>Re&amp;pair</source>
      <translation>Re&amp;parieren</translation>
    </message>
    <message>
      <source>Install the engine afresh; the present one is kept until the new one is proven</source>
      <translation>Die Engine neu installieren; die jetzige bleibt, bis die neue geprüft ist</translation>
    </message>
    <message>
      <source>Remo&amp;ve</source>
      <translation>En&amp;tfernen</translation>
    </message>
    <message>
      <source>Install it differently</source>
      <translation>Anders installieren</translation>
    </message>
    <message>
      <source>Another folder, another Python, another package index</source>
      <translation>Anderer Ordner, anderes Python, anderer Paketindex</translation>
    </message>
    <message>
      <source>Private &amp;environment (recommended)</source>
      <translation>Eigene Um&amp;gebung (empfohlen)</translation>
    </message>
    <message>
      <source>pip fetches the engine's packages into a folder of their own</source>
      <translation>pip holt die Pakete der Engine in einen eigenen Ordner</translation>
    </message>
    <message>
      <source>Private environment from an &amp;offline folder</source>
      <translation>Eigene Umgebung aus O&amp;ffline-Ordner</translation>
    </message>
    <message>
      <source>For computers without a network: the packages come from a folder of wheels</source>
      <translation>Für Rechner ohne Netz: Die Pakete kommen aus einem Ordner mit Wheels</translation>
    </message>
    <message>
      <source>Copy the &amp;command that collects them</source>
      <translation>Befehl 388|Sammelbefehl kopieren (&amp;Z)zum Sammeln kopieren</translation>
    </message>
    <message>
      <source>Run it on a computer with a network, the same system and the same version of Python</source>
      <translation>Auf einem Rechner mit Netz ausführen, mit demselben System und derselben Python-Version</translation>
    </message>
    <message>
      <source>&amp;Use an existing Python</source>
      <translation>Vorhandenes Python n&amp;utzen</translation>
    </message>
    <message>
      <source>One in which the engine is installed already</source>
      <translation>Eines, in dem die Engine schon installiert ist</translation>
    </message>
    <message>
      <source>Nothing is installed; the engine in it is proven, then used.</source>
      <translation>Nichts wird installiert; die Engine darin wird geprüft, dann genutzt.</translation>
    </message>
    <message>
      <source>&amp;Folder</source>
      <translation>&amp;Ordner</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>&amp;Base Python</source>
      <translation>Basis-P&amp;ython</translation>
    </message>
    <message>
      <source>The Python 3.11 or newer that the environment is made from; left empty, one is found</source>
      <translation>Das Python 3.11 oder neuer, aus dem die Umgebung entsteht; leer: eines wird gesucht</translation>
    </message>
    <message>
      <source>Additional package &amp;index</source>
      <translation>Weiterer Paketinde&amp;x</translation>
    </message>
    <message>
      <source>The address of an index that pip asks besides its own, such as the one with the CUDA builds of torch for your driver; it is not kept</source>
      <translation>Adresse eines Index, den pip neben seinem eigenen fragt, etwa der mit den CUDA-Builds von torch für den eigenen Treiber; sie wird nicht gespeichert</translation>
    </message>
    <message>
      <source>https://… (none)</source>
      <translation>https://… (keiner)</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>&amp;Installieren</translation>
    </message>
    <message>
      <source>%p %</source>
      <translation>%p %</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>Abbre&amp;chen</translation>
    </message>
    <message>
      <source>Stop; what worked before still does</source>
      <translation>Anhalten; was vorher ging, geht weiter</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Copy &amp;diagnostics</source>
      <translation>Diagnose &amp;kopieren</translation>
    </message>
    <message>
      <source>Versions, device and the end of the log for a report, without the name of your home folder</source>
      <translation>Versionen, Gerät und Ende des Protokolls für eine Meldung, ohne den Namen des Benutzerordners</translation>
    </message>
  </context>
</TS>
