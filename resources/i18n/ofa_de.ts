<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>{share:.1%} of the map counts as changed; {stated:.1%} would without any change</source>
      <translation>{share:.1%} der Karte gelten als verändert; ohne jede Veränderung wären es {stated:.1%}</translation>
    </message>
    <message>
      <source>Earlier date: {score}</source>
      <translation>Frühere Aufnahme: {score}</translation>
    </message>
    <message>
      <source>Later date: {score}</source>
      <translation>Spätere Aufnahme: {score}</translation>
    </message>
    <message>
      <source>{name}: {share:.1%}</source>
      <translation>{name}: {share:.1%}</translation>
    </message>
    <message>
      <source>{share:.1%} of the map has changed</source>
      <translation>{share:.1%} der Karte haben sich verändert</translation>
    </message>
    <message>
      <source>the job did not stop within {seconds:g} s of its cancel; the engine was ended</source>
      <translation>der Job hat {seconds:g} s nach dem Abbruch nicht angehalten; die Engine wurde beendet</translation>
    </message>
    <message>
      <source>the engine was stopped</source>
      <translation>die Engine wurde beendet</translation>
    </message>
    <message>
      <source>the engine did not start within {seconds:g} s</source>
      <translation>die Engine ist nicht innerhalb von {seconds:g} s gestartet</translation>
    </message>
    <message>
      <source>try again; if it stays, repair the engine</source>
      <translation>versuchen Sie es erneut; hilft das nicht, reparieren Sie die Engine</translation>
    </message>
    <message>
      <source>the engine speaks protocol {theirs}, this plugin protocol {ours}</source>
      <translation>die Engine spricht Protokoll {theirs}, diese Erweiterung Protokoll {ours}</translation>
    </message>
    <message>
      <source>update the plugin and repair the engine, so that both are of one release</source>
      <translation>aktualisieren Sie die Erweiterung und reparieren Sie die Engine, damit beide von derselben Version sind</translation>
    </message>
    <message>
      <source>the engine died ({why})</source>
      <translation>die Engine ist abgestürzt ({why})</translation>
    </message>
    <message>
      <source>the log is {file}</source>
      <translation>das Protokoll ist {file}</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Inspect a scene</source>
      <translation>Szene untersuchen</translation>
    </message>
    <message>
      <source>&amp;Bands…</source>
      <translation>Kan&amp;äle…</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Outp&amp;ut</source>
      <translation>A&amp;usgabe</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Ausgehen von</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Aufgabe</translation>
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
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Skip damaged blocks</source>
      <translation>Beschädigte Blöcke überspringen</translation>
    </message>
    <message>
      <source>Move the later date onto this one</source>
      <translation>Spätere Aufnahme auf diese schieben</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>„{name}“</translation>
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
      <source>access violation</source>
      <translation>Zugriffsverletzung</translation>
    </message>
    <message>
      <source>stack overflow</source>
      <translation>Stapelüberlauf</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>eine DLL wurde nicht gefunden</translation>
    </message>
    <message>
      <source>the engine cannot be started: {error}</source>
      <translation>die Engine kann nicht gestartet werden: {error}</translation>
    </message>
    <message>
      <source>install or repair the engine</source>
      <translation>installieren oder reparieren Sie die Engine</translation>
    </message>
    <message>
      <source>(no log: {error})</source>
      <translation>(kein Protokoll: {error})</translation>
    </message>
    <message>
      <source>it does not answer</source>
      <translation>sie antwortet nicht</translation>
    </message>
    <message>
      <source>signal {number}</source>
      <translation>Signal {number}</translation>
    </message>
    <message>
      <source>{name}; often too little memory</source>
      <translation>{name}; oft zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
      <source>exit code {code}</source>
      <translation>Rückgabewert {code}</translation>
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
      <source>Drawing the points.</source>
      <translation>Die Punkte werden gezogen.</translation>
    </message>
    <message>
      <source>Estimating accuracy and areas.</source>
      <translation>Genauigkeit und Flächen werden geschätzt.</translation>
    </message>
    <message>
      <source>A map of classes in this project. Points are drawn at random within each class.</source>
      <translation>Eine Klassenkarte dieses Projekts. In jeder Klasse werden Punkte zufällig gezogen.</translation>
    </message>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source>Standard error of overall accuracy to plan for. The 95 % interval reaches twice as far to either side.</source>
      <translation>Geplanter Standardfehler der Gesamtgenauigkeit. Das 95-%-Intervall reicht zu jeder Seite doppelt so weit.</translation>
    </message>
    <message>
      <source>as many as that needs</source>
      <translation>so viele, wie das braucht</translation>
    </message>
    <message>
      <source>How many points to answer; they decide how wide the intervals are.</source>
      <translation>Wie viele Punkte zu beantworten sind; davon hängt ab, wie breit die Intervalle sind.</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>Points and answers. A sample that is there already is gone on with.</source>
      <translation>Punkte und Antworten. Eine vorhandene Stichprobe wird fortgesetzt.</translation>
    </message>
    <message>
      <source>Draw poin&amp;ts</source>
      <translation>Punk&amp;te ziehen</translation>
    </message>
    <message>
      <source>&amp;Assess the map</source>
      <translation>&amp;Karte beurteilen</translation>
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
      <source>Figures that may be published: points are drawn at random, you say what is truly there without seeing the map, and accuracy and areas follow with 95 % intervals.</source>
      <translation>Zahlen zum Veröffentlichen: Punkte werden zufällig gezogen, Sie sagen, was dort wirklich ist, ohne die Karte zu sehen, und daraus folgen Genauigkeit und Flächen mit 95-%-Intervallen.</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Standard error</source>
      <translation>Standardfehler</translation>
    </message>
    <message>
      <source>Poi&amp;nts</source>
      <translation>&amp;Punkte</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Stichprobe</translation>
    </message>
    <message>
      <source>&amp;Go on with the sample</source>
      <translation>Stichprobe &amp;fortsetzen</translation>
    </message>
    <message>
      <source>Add a map of classes to the project first.</source>
      <translation>Fügen Sie dem Projekt zuerst eine Klassenkarte hinzu.</translation>
    </message>
    <message>
      <source>By the answers so far; points without one are counted in the report.</source>
      <translation>Nach den bisherigen Antworten; Punkte ohne Antwort werden im Bericht gezählt.</translation>
    </message>
    <message>
      <source>Paused; points left: {left:,}. All answers are saved.</source>
      <translation>Unterbrochen; verbleibende Punkte: {left:,}. Alle Antworten sind gespeichert.</translation>
    </message>
    <message>
      <source>{file} is no accuracy sample</source>
      <translation>{file} ist keine Stichprobe der Genauigkeit</translation>
    </message>
    <message>
      <source>draw one here, or choose another file</source>
      <translation>ziehen Sie hier eine, oder wählen Sie eine andere Datei</translation>
    </message>
    <message>
      <source>{file} could not be written: {why}</source>
      <translation>{file} konnte nicht geschrieben werden: {why}</translation>
    </message>
    <message>
      <source>it is open elsewhere</source>
      <translation>sie ist anderswo geöffnet</translation>
    </message>
    <message>
      <source>close it in other programs, and answer again</source>
      <translation>schließen Sie sie in anderen Programmen, und antworten Sie noch einmal</translation>
    </message>
    <message>
      <source>Can't tell (0)</source>
      <translation>Unklar (0)</translation>
    </message>
    <message>
      <source>Go on without an answer; the report counts such points.</source>
      <translation>Ohne Antwort weiter; der Bericht zählt solche Punkte.</translation>
    </message>
    <message>
      <source>Back (←)</source>
      <translation>Zurück (←)</translation>
    </message>
    <message>
      <source>To the point before, to look at its answer again.</source>
      <translation>Zum vorigen Punkt, um seine Antwort noch einmal anzusehen.</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Show the map again. All answers are saved.</source>
      <translation>Die Karte wieder zeigen. Alle Antworten sind gespeichert.</translation>
    </message>
    <message>
      <source>Point {number:,} of {total:,}; left: {left:,}</source>
      <translation>Punkt {number:,} von {total:,}; verbleibend: {left:,}</translation>
    </message>
    <message>
      <source>This is truly what is in the outlined pixel.</source>
      <translation>Das ist wirklich in dem umrandeten Pixel.</translation>
    </message>
    <message>
      <source>OFA similarity in sight</source>
      <translation>OFA Ähnlichkeit im Blick</translation>
    </message>
    <message>
      <source>Comparing what is in sight.</source>
      <translation>Das Sichtbare wird verglichen.</translation>
    </message>
    <message>
      <source>Write hits of {name}</source>
      <translation>Treffer von {name} schreiben</translation>
    </message>
    <message>
      <source>E&amp;xamples</source>
      <translation>Bei&amp;spiele</translation>
    </message>
    <message>
      <source>Cou&amp;nter-examples</source>
      <translation>Ge&amp;genbeispiele</translation>
    </message>
    <message>
      <source>Remove &amp;all</source>
      <translation>Alle ent&amp;fernen</translation>
    </message>
    <message>
      <source>Click on the map what you look for. A right click removes, Ctrl+Z takes the last one back.</source>
      <translation>Klicken Sie in der Karte auf das, was Sie suchen. Ein Rechtsklick entfernt, Strg+Z nimmt das letzte zurück.</translation>
    </message>
    <message>
      <source>Click on the map what looks alike and is not meant.</source>
      <translation>Klicken Sie in der Karte auf das, was ähnlich aussieht und nicht gemeint ist.</translation>
    </message>
    <message>
      <source>What is less alike is clear. 1 is as the examples, 0 as the least alike tenth of the layer.</source>
      <translation>Was weniger ähnlich ist, ist durchsichtig. 1 ist wie die Beispiele, 0 wie das unähnlichste Zehntel des Layers.</translation>
    </message>
    <message>
      <source>Map the whole la&amp;yer</source>
      <translation>Ganzen Layer &amp;kartieren</translation>
    </message>
    <message>
      <source>Wr&amp;ite hits</source>
      <translation>&amp;Treffer schreiben</translation>
    </message>
    <message>
      <source>Writes what reaches the threshold in the whole layer, with a score, in a GeoPackage.</source>
      <translation>Schreibt, was im ganzen Layer die Schwelle erreicht, mit einem Wert in ein GeoPackage.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Hits as</source>
      <translation>Treffer als</translation>
    </message>
    <message>
      <source>What the hits are: the outlines of regions, or a point in each.</source>
      <translation>Was die Treffer sind: Umrisse von Gebieten oder ein Punkt in jedem.</translation>
    </message>
    <message>
      <source>Click on what you look for, and see where the layer of the page Map is like it. It needs no labels.</source>
      <translation>Klicken Sie auf das, was Sie suchen, und sehen Sie, wo der Layer der Seite Karte ihm ähnlich ist. Labels braucht es nicht.</translation>
    </message>
    <message>
      <source>&amp;Threshold</source>
      <translation>S&amp;chwelle</translation>
    </message>
    <message>
      <source>Choose a layer on the page Map first, and answer what is asked of it.</source>
      <translation>Wählen Sie zuerst auf der Seite Karte einen Layer und beantworten Sie, was zu ihm gefragt wird.</translation>
    </message>
    <message>
      <source>Examples: {at}, counter-examples: {unlike}</source>
      <translation>Beispiele: {at}, Gegenbeispiele: {unlike}</translation>
    </message>
    <message>
      <source>Writes the similarity of each pixel beside the layer, in the background.</source>
      <translation>Schreibt die Ähnlichkeit jedes Pixels neben den Layer, im Hintergrund.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions and one example.</source>
      <translation>Braucht einen Layer ohne offene Fragen und ein Beispiel.</translation>
    </message>
    <message>
      <source>This is the middle of the view: zoom in, or map the whole layer.</source>
      <translation>Das ist die Mitte des Ausschnitts: Zoomen Sie hinein oder kartieren Sie den ganzen Layer.</translation>
    </message>
    <message>
      <source>Find what is alike in {name}</source>
      <translation>Ähnliches finden in {name}</translation>
    </message>
    <message>
      <source>{file} is in the project.</source>
      <translation>{file} ist im Projekt.</translation>
    </message>
    <message>
      <source>Done: {path}</source>
      <translation>Fertig: {path}</translation>
    </message>
    <message>
      <source>similarity</source>
      <translation>Ähnlichkeit</translation>
    </message>
    <message>
      <source>hits</source>
      <translation>Treffer</translation>
    </message>
    <message>
      <source>Hits: {hits:,}, on {share:.1%} of the map</source>
      <translation>Treffer: {hits:,}, auf {share:.1%} der Karte</translation>
    </message>
    <message>
      <source>The layer is not ready yet: see above.</source>
      <translation>Der Layer ist noch nicht bereit: siehe oben.</translation>
    </message>
    <message>
      <source>There can be {most} examples at most: remove some.</source>
      <translation>Es können höchstens {most} Beispiele sein: Entfernen Sie einige.</translation>
    </message>
    <message>
      <source>{layer} has no data here.</source>
      <translation>{layer} hat hier keine Daten.</translation>
    </message>
    <message>
      <source>example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <source>counter-example</source>
      <translation>Gegenbeispiel</translation>
    </message>
    <message>
      <source>unknown sensor</source>
      <translation>unbekannter Sensor</translation>
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
      <translation>Layerkanal</translation>
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
      <translation>Was der Kanal ist: wählen oder eine Wellenlänge wie 665nm eingeben.</translation>
    </message>
    <message>
      <source>{wavelength:g} nm</source>
      <translation>{wavelength:g} nm</translation>
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
      <translation>Kanäle von {layer}</translation>
    </message>
    <message>
      <source>The layer that the fields below are about</source>
      <translation>Der Layer, um den es in den Feldern darunter geht</translation>
    </message>
    <message>
      <source>Blocks that cannot be read count as nodata and are told. Off: they end the run.</source>
      <translation>Unlesbare Blöcke gelten als Nodata und werden gemeldet. Aus: sie beenden den Lauf.</translation>
    </message>
    <message>
      <source>&amp;Wavelengths from a file…</source>
      <translation>&amp;Wellenlängen aus Datei…</translation>
    </message>
    <message>
      <source>A text file with one wavelength in nanometres a line, one line for each band</source>
      <translation>Eine Textdatei mit einer Wellenlänge in Nanometern je Zeile, eine Zeile für jeden Kanal</translation>
    </message>
    <message>
      <source>&amp;No data</source>
      <translation>Kei&amp;ne Daten</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Layer</translation>
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
      <source>Close</source>
      <translation>Schließen</translation>
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
      <source>Line {number} of {file} is no wavelength in nanometres: {line}.</source>
      <translation>Zeile {number} von {file} ist keine Wellenlänge in Nanometern: {line}.</translation>
    </message>
    <message>
      <source>{file} must hold a wavelength for each band. Wavelengths: {found}; bands: {bands}.</source>
      <translation>{file} muss eine Wellenlänge für jeden Kanal enthalten. Wellenlängen: {found}; Kanäle: {bands}.</translation>
    </message>
    <message>
      <source>Compare {before} and {after}</source>
      <translation>{before} und {after} vergleichen</translation>
    </message>
    <message>
      <source>Another layer of this project that shows the same place, at a later date.</source>
      <translation>Ein anderer Layer dieses Projekts, der denselben Ort später zeigt.</translation>
    </message>
    <message>
      <source>What loo&amp;ks changed</source>
      <translation>Was verändert auss&amp;ieht</translation>
    </message>
    <message>
      <source>From wh&amp;ich class to which</source>
      <translation>Von welcher Klasse &amp;zu welcher</translation>
    </message>
    <message>
      <source>Needs no labels. Both dates must be of one sensor.</source>
      <translation>Braucht keine Labels. Beide Aufnahmen müssen von einem Sensor sein.</translation>
    </message>
    <message>
      <source>The share of unchanged pixels that may count as changed.</source>
      <translation>Anteil der unveränderten Pixel, die als verändert zählen dürfen.</translation>
    </message>
    <message>
      <source>Polygons from</source>
      <translation>Polygone ab</translation>
    </message>
    <message>
      <source>Also writes what has changed as polygons, from this area on.</source>
      <translation>Schreibt auch Polygone dessen, was sich verändert hat, ab dieser Fläche.</translation>
    </message>
    <message>
      <source> ha</source>
      <translation> ha</translation>
    </message>
    <message>
      <source>Minimum area of a polygon</source>
      <translation>Mindestfläche eines Polygons</translation>
    </message>
    <message>
      <source>If they lie more than half a pixel apart, which is told. Off: dates that lie apart are not compared.</source>
      <translation>Falls sie mehr als ein halbes Pixel auseinanderliegen, was gemeldet wird. Aus: verschobene Aufnahmen werden nicht verglichen.</translation>
    </message>
    <message>
      <source>Map the chan&amp;ge</source>
      <translation>Veränderun&amp;g kartieren</translation>
    </message>
    <message>
      <source>What has changed from the layer of the page Map to a later date of the same place.</source>
      <translation>Was sich vom Layer der Seite Karte bis zu einer späteren Aufnahme desselben Ortes verändert hat.</translation>
    </message>
    <message>
      <source>Later date</source>
      <translation>Spätere Aufnahme</translation>
    </message>
    <message>
      <source>False alarms</source>
      <translation>Fehlalarme</translation>
    </message>
    <message>
      <source>No other layer of the project shows this place: add the later date.</source>
      <translation>Kein anderer Layer des Projekts zeigt diesen Ort: Fügen Sie die spätere Aufnahme hinzu.</translation>
    </message>
    <message>
      <source>Earlier date: {layer}</source>
      <translation>Frühere Aufnahme: {layer}</translation>
    </message>
    <message>
      <source>By the labels of the page Map, which must hold on both dates; also between two sensors.</source>
      <translation>Nach den Labels der Seite Karte, die für beide Aufnahmen gelten müssen; auch zwischen zwei Sensoren.</translation>
    </message>
    <message>
      <source>Needs labels of two classes on the page Map.</source>
      <translation>Braucht Labels zweier Klassen auf der Seite Karte.</translation>
    </message>
    <message>
      <source>changes</source>
      <translation>Veränderungen</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Veränderung</translation>
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
      <source>&amp;Group</source>
      <translation>&amp;Gruppe</translation>
    </message>
    <message>
      <source>Classes of a group stand together, and maps can show groups instead</source>
      <translation>Klassen einer Gruppe stehen beieinander, und Karten können statt ihrer Gruppen zeigen</translation>
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
      <source>&amp;New group</source>
      <translation>&amp;Neue Gruppe</translation>
    </message>
    <message>
      <source>N&amp;o group</source>
      <translation>&amp;Keine Gruppe</translation>
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
      <source>Double-click or press F2 to rename; drag or press Alt+Up to move</source>
      <translation>Doppelklick oder F2 zum Umbenennen; Ziehen oder Alt+Pfeil zum Verschieben</translation>
    </message>
    <message>
      <source>Key that chooses this class on the map</source>
      <translation>Taste, die diese Klasse auf der Karte wählt</translation>
    </message>
    <message>
      <source>Value on the map of groups: {value}</source>
      <translation>Wert auf der Karte der Gruppen: {value}</translation>
    </message>
    <message>
      <source>Double-click to rename; drag to move, or drag classes into it</source>
      <translation>Doppelklick zum Umbenennen; zum Verschieben ziehen, oder Klassen hineinziehen</translation>
    </message>
    <message>
      <source>Colour {colour}: click or press Space to choose another</source>
      <translation>Farbe {colour}: mit Klick oder Leertaste eine andere wählen</translation>
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
      <source>{count:,} points</source>
      <translation>{count:,} Punkte</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1 Linie</translation>
    </message>
    <message>
      <source>{count:,} lines</source>
      <translation>{count:,} Linien</translation>
    </message>
    <message>
      <source>1 polygon</source>
      <translation>1 Polygon</translation>
    </message>
    <message>
      <source>{count:,} polygons</source>
      <translation>{count:,} Polygone</translation>
    </message>
    <message>
      <source>{count:,} outside</source>
      <translation>{count:,} außerhalb</translation>
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
      <source>group {number}</source>
      <translation>Gruppe {number}</translation>
    </message>
    <message>
      <source>{name} is in the group of its name: rename one of them first.</source>
      <translation>{name} ist in der Gruppe dieses Namens: Benennen Sie zuerst eine von beiden um.</translation>
    </message>
    <message>
      <source>Group classes</source>
      <translation>Klassen gruppieren</translation>
    </message>
    <message>
      <source>There is a group {name} already.</source>
      <translation>Es gibt schon eine Gruppe {name}.</translation>
    </message>
    <message>
      <source>A group needs a name.</source>
      <translation>Eine Gruppe braucht einen Namen.</translation>
    </message>
    <message>
      <source>Rename group</source>
      <translation>Gruppe umbenennen</translation>
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
      <source>cluster</source>
      <translation>Cluster</translation>
    </message>
    <message>
      <source>share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>Choose a row to see its cluster alone. Clusters with the same class become one; without one, none.</source>
      <translation>Wählen Sie eine Zeile, um nur ihren Cluster zu sehen. Cluster mit derselben Klasse werden eine; ohne Klasse bleibt ein Cluster weg.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>Map {name} without labels</source>
      <translation>{name} ohne Labels kartieren</translation>
    </message>
    <message>
      <source>First map without labels</source>
      <translation>Erste Karte ohne Labels</translation>
    </message>
    <message>
      <source>Maps the whole layer into clusters of alike pixels. Give them names, and they become first labels.</source>
      <translation>Kartiert den ganzen Layer in Cluster ähnlicher Pixel. Geben Sie ihnen Namen, und sie werden erste Labels.</translation>
    </message>
    <message>
      <source>Rather more than the classes that you want: it is easier to merge clusters than to split.</source>
      <translation>Lieber mehr als die Klassen, die Sie möchten: Cluster zusammenzulegen ist leichter, als einen zu teilen.</translation>
    </message>
    <message>
      <source>Take over as labels</source>
      <translation>Als Labels übernehmen</translation>
    </message>
    <message>
      <source>Drop</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Closes the table. The map of clusters stays in the project.</source>
      <translation>Schließt die Tabelle. Die Karte der Cluster bleibt im Projekt.</translation>
    </message>
    <message>
      <source>Number of clusters</source>
      <translation>Anzahl der Cluster</translation>
    </message>
    <message>
      <source>Give the clusters names of classes, the same name to those that belong together. Leave mixtures out.</source>
      <translation>Geben Sie den Clustern Namen von Klassen, denselben Namen denen, die zusammengehören. Lassen Sie Mischungen aus.</translation>
    </message>
    <message>
      <source>clusters</source>
      <translation>Cluster</translation>
    </message>
    <message>
      <source>Adds points inside the named clusters to your labels, as one step that can be undone.</source>
      <translation>Fügt Ihren Labels Punkte aus dem Inneren der benannten Cluster hinzu, als einen Schritt, der sich zurücknehmen lässt.</translation>
    </message>
    <message>
      <source>Needs clusters of two classes.</source>
      <translation>Dafür braucht es Cluster von zwei Klassen.</translation>
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
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Veränderung</translation>
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
      <source>The preview goes on when you leave the page Find.</source>
      <translation>Die Vorschau läuft weiter, sobald Sie die Seite „Suchen“ verlassen.</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Protokoll zeigen</translation>
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
      <source>1 unsaved edit in {layer} is used for the map: save it to keep it.</source>
      <translation>1 nicht gespeicherte Änderung in {layer} wird für die Karte verwendet: speichern, um sie zu behalten.</translation>
    </message>
    <message>
      <source>{count:,} unsaved edits in {layer} are used for the map: save them to keep them.</source>
      <translation>{count:,} nicht gespeicherte Änderungen in {layer} werden für die Karte verwendet: speichern, um sie zu behalten.</translation>
    </message>
    <message>
      <source>A polygon needs three corners that are not in a line.</source>
      <translation>Ein Polygon braucht drei Ecken, die nicht auf einer Linie liegen.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the labels.</source>
      <translation>Diesen Ort gibt es im Bezugssystem der Labels nicht.</translation>
    </message>
    <message>
      <source>Add labels</source>
      <translation>Labels hinzufügen</translation>
    </message>
    <message>
      <source>Add a class first, then click on the map.</source>
      <translation>Zuerst eine Klasse hinzufügen, dann in die Karte klicken.</translation>
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
      <source>no class</source>
      <translation>keine Klasse</translation>
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
      <source>No label lies in this scene: the labels are {km} km away, in the area of {other}.</source>
      <translation>In dieser Szene liegt kein Label: Die Labels sind {km} km entfernt, im Gebiet von {other}.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away.</source>
      <translation>In dieser Szene liegt kein Label: Die Labels sind {km} km entfernt.</translation>
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
      <source>{layer} has labels that are not saved: save its edits first.</source>
      <translation>{layer} hat Labels, die nicht gespeichert sind: zuerst die Änderungen speichern.</translation>
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
      <source>OFA labels</source>
      <translation>OFA-Labels</translation>
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
      <source>This place does not exist in the reference system of the layer.</source>
      <translation>Diesen Ort gibt es im Bezugssystem des Layers nicht.</translation>
    </message>
    <message>
      <source>Looking for like pixels…</source>
      <translation>Suche ähnliche Pixel …</translation>
    </message>
    <message>
      <source>{pixels:,} pixels, tolerance {step} of {steps}: wheel, then Enter</source>
      <translation>{pixels:,} Pixel, Toleranz {step} von {steps}: Mausrad, dann Enter</translation>
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
      <source>Learnt from {labels:,} labels in {scenes} scenes.</source>
      <translation>Aus {labels:,} Labels in {scenes} Szenen gelernt.</translation>
    </message>
    <message>
      <source>Learnt from {labels:,} labels in 1 scene.</source>
      <translation>Aus {labels:,} Labels in 1 Szene gelernt.</translation>
    </message>
    <message>
      <source>Macro-F1 {macro_f1} ({low} to {high}) in scenes held out as a whole.</source>
      <translation>Makro-F1 {macro_f1} ({low} bis {high}) in Szenen, die als Ganzes ausgelassen wurden.</translation>
    </message>
    <message>
      <source>Macro-F1 {macro_f1} ({low} to {high}) there; other scenes were not checked.</source>
      <translation>Makro-F1 {macro_f1} ({low} bis {high}) dort; andere Szenen wurden nicht geprüft.</translation>
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
      <source>CPU, 1 core</source>
      <translation>CPU, 1 Kern</translation>
    </message>
    <message>
      <source>CPU, {count} cores</source>
      <translation>CPU, {count} Kerne</translation>
    </message>
    <message>
      <source>{cores}: {why}</source>
      <translation>{cores}: {why}</translation>
    </message>
    <message>
      <source>Bands…</source>
      <translation>Kanäle…</translation>
    </message>
    <message>
      <source>Which band of {layer} is which, and what must be said of it</source>
      <translation>Welcher Kanal von {layer} welcher ist und was dazu gesagt werden muss</translation>
    </message>
    <message>
      <source>Do not use {layer}</source>
      <translation>{layer} nicht verwenden</translation>
    </message>
    <message>
      <source>and also…</source>
      <translation>und außerdem…</translation>
    </message>
    <message>
      <source>Use other layers of the same place beside this one: radar, heights, other dates, embeddings</source>
      <translation>Weitere Layer desselben Orts neben diesem verwenden: Radar, Höhen, andere Tage, Embeddings</translation>
    </message>
    <message>
      <source>no other raster layer of the project lies here</source>
      <translation>kein anderer Rasterlayer des Projekts liegt hier</translation>
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
      <source>{layer}: {questions} before the map, see Bands.</source>
      <translation>{layer}: {questions} vor der Karte, siehe Kanäle.</translation>
    </message>
    <message>
      <source>Bringing the sources together.</source>
      <translation>Die Quellen werden zusammengeführt.</translation>
    </message>
    <message>
      <source>Whose pixels the map has: all sources are brought onto them as they are read.</source>
      <translation>Wessen Pixel die Karte hat: Alle Quellen werden beim Lesen darauf gebracht.</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Raster</translation>
    </message>
    <message>
      <source>{size} m</source>
      <translation>{size} m</translation>
    </message>
    <message>
      <source>{layer}: {size} m</source>
      <translation>{layer}: {size} m</translation>
    </message>
    <message>
      <source>The scene to classify: any raster layer of the project.</source>
      <translation>Die zu klassifizierende Szene: ein beliebiger Rasterlayer des Projekts.</translation>
    </message>
    <message>
      <source>Which layer band is which band of the sensor, and where that was read.</source>
      <translation>Welcher Layerkanal welcher Kanal des Sensors ist und wo das gelesen wurde.</translation>
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
      <source>{other} does not lie where {layer} does.</source>
      <translation>{other} liegt nicht da, wo {layer} liegt.</translation>
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
      <source>{questions} before the map: see Bands.</source>
      <translation>Noch {questions} vor der Karte: siehe Kanäle.</translation>
    </message>
    <message>
      <source>{questions} before the map.</source>
      <translation>{questions} vor der Karte.</translation>
    </message>
    <message>
      <source>{width:,} × {height:,} pixels</source>
      <translation>{width:,} × {height:,} Pixel</translation>
    </message>
    <message>
      <source>pixel size on the ground: {gsd:g} m</source>
      <translation>Pixelgröße am Boden: {gsd:g} m</translation>
    </message>
    <message>
      <source>bands used: {count}</source>
      <translation>benutzte Kanäle: {count}</translation>
    </message>
    <message>
      <source>units read from: {source}</source>
      <translation>Einheiten gelesen aus: {source}</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Maske</translation>
    </message>
    <message>
      <source>What of the product's own masks is nodata</source>
      <translation>Was von den Masken des Produkts als Nodata gilt</translation>
    </message>
    <message>
      <source>No data by the product's mask: {kinds}</source>
      <translation>Keine Daten laut Maske des Produkts: {kinds}</translation>
    </message>
    <message>
      <source>Nothing of the product's mask counts as no data.</source>
      <translation>Nichts von der Maske des Produkts gilt als keine Daten.</translation>
    </message>
    <message>
      <source>All of these</source>
      <translation>Alle davon</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>clouds</source>
      <translation>Wolken</translation>
    </message>
    <message>
      <source>haze</source>
      <translation>Dunst</translation>
    </message>
    <message>
      <source>cloud shadow</source>
      <translation>Wolkenschatten</translation>
    </message>
    <message>
      <source>snow</source>
      <translation>Schnee</translation>
    </message>
    <message>
      <source>Open a file, or a satellite product as you downloaded it</source>
      <translation>Eine Datei öffnen oder ein Satellitenprodukt, wie Sie es heruntergeladen haben</translation>
    </message>
    <message>
      <source>Open a folder</source>
      <translation>Einen Ordner öffnen</translation>
    </message>
    <message>
      <source>Open a scene</source>
      <translation>Szene öffnen</translation>
    </message>
    <message>
      <source>What the item names is read from its server; nothing is sent there.</source>
      <translation>Was das Item nennt, wird von seinem Server gelesen; gesendet wird nichts.</translation>
    </message>
    <message>
      <source>Read it from the network</source>
      <translation>Aus dem Netz lesen</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>Eine Datei öffnen…</translation>
    </message>
    <message>
      <source>Open a folder…</source>
      <translation>Einen Ordner öffnen…</translation>
    </message>
    <message>
      <source>Looking at {file}.</source>
      <translation>{file} wird angesehen.</translation>
    </message>
    <message>
      <source>{file} cannot be shown ({reason}).</source>
      <translation>{file} kann nicht gezeigt werden ({reason}).</translation>
    </message>
    <message>
      <source>QGIS cannot show the bands of {file}.</source>
      <translation>QGIS kann die Kanäle von {file} nicht zeigen.</translation>
    </message>
    <message>
      <source>QGIS cannot read {file} as one raster. If it holds several, use Layer &gt; Add Layer &gt; Add Raster Layer.</source>
      <translation>QGIS kann {file} nicht als ein Raster lesen. Wenn die Datei mehrere enthält: Layer &gt; Layer hinzufügen &gt; Rasterlayer hinzufügen.</translation>
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
      <source>Clean up a map</source>
      <translation>Eine Karte bereinigen</translation>
    </message>
    <message>
      <source>Smaller regions are filled from their neighbours; long, thin ones stay.</source>
      <translation>Kleinere Gebiete werden von ihren Nachbarn her gefüllt; lange, schmale bleiben.</translation>
    </message>
    <message>
      <source>becomes</source>
      <translation>wird zu</translation>
    </message>
    <message>
      <source>Classes that become the same are merged. Choose a class, or type a new name.</source>
      <translation>Klassen, die zur selben werden, werden zusammengeführt. Wählen Sie eine Klasse oder tippen Sie einen neuen Namen.</translation>
    </message>
    <message>
      <source>The map as polygons, without gaps or overlaps.</source>
      <translation>Die Karte als Polygone, ohne Lücken und Überlappungen.</translation>
    </message>
    <message>
      <source>smooth</source>
      <translation>geglättet</translation>
    </message>
    <message>
      <source>Rounds off the stairs of pixels; borders that polygons share stay shared.</source>
      <translation>Rundet die Treppen der Pixel ab; gemeinsame Grenzen bleiben gemeinsam.</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Mindestfläche</translation>
    </message>
    <message>
      <source>A new map is made of the map's file and added to its group. Nothing is mapped again.</source>
      <translation>Aus der Datei der Karte entsteht eine neue, die in ihre Gruppe kommt. Nichts wird neu kartiert.</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>ha</source>
      <translation>ha</translation>
    </message>
    <message>
      <source>m²</source>
      <translation>m²</translation>
    </message>
    <message>
      <source>Clean up…</source>
      <translation>Bereinigen…</translation>
    </message>
    <message>
      <source>Merge classes of a map, fill small regions, and draw smooth polygons.</source>
      <translation>Klassen einer Karte zusammenführen, kleine Gebiete füllen und glatte Polygone zeichnen.</translation>
    </message>
    <message>
      <source>Clean up {name}</source>
      <translation>{name} bereinigen</translation>
    </message>
    <message>
      <source>The cleaned map is done: {path}</source>
      <translation>Die bereinigte Karte ist fertig: {path}</translation>
    </message>
    <message>
      <source>cleaned map</source>
      <translation>bereinigte Karte</translation>
    </message>
    <message>
      <source>cleaned polygons</source>
      <translation>bereinigte Polygone</translation>
    </message>
    <message>
      <source>{file} is in the project. Pixels with another class now: {share}.</source>
      <translation>{file} ist im Projekt. Pixel, die jetzt eine andere Klasse haben: {share}.</translation>
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
      <source>{folder} cannot be written to: {why}.</source>
      <translation>{folder} ist nicht beschreibbar: {why}.</translation>
    </message>
    <message>
      <source>Cancelling.</source>
      <translation>Wird abgebrochen.</translation>
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
      <source>How unlike each pixel is to everything that was labelled: above 1 the map is a guess.</source>
      <translation>Wie unähnlich jedes Pixel allem ist, was gelabelt wurde: über 1 ist die Karte geraten.</translation>
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
      <source>unlike</source>
      <translation>unähnlich</translation>
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
      <source>Starting.</source>
      <translation>Wird gestartet.</translation>
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
      <source>Save model…</source>
      <translation>Modell speichern…</translation>
    </message>
    <message>
      <source>Add model…</source>
      <translation>Modell hinzufügen…</translation>
    </message>
    <message>
      <source>Add a model that somebody has passed on, a zip or a folder, to the list of models.</source>
      <translation>Ein Modell, das jemand weitergegeben hat, als Zip oder Ordner, in die Liste der Modelle aufnehmen.</translation>
    </message>
    <message>
      <source>Save the model {name}</source>
      <translation>Das Modell {name} speichern</translation>
    </message>
    <message>
      <source>Learning from the labels.</source>
      <translation>Lernt aus den Labels.</translation>
    </message>
    <message>
      <source>Save what the labels taught, to map other scenes of this sensor without labels.</source>
      <translation>Speichern, was aus den Labels gelernt wurde, um andere Szenen dieses Sensors ohne Labels zu kartieren.</translation>
    </message>
    <message>
      <source>One file to share (*.zip)</source>
      <translation>Eine Datei zum Weitergeben (*.zip)</translation>
    </message>
    <message>
      <source>Save model</source>
      <translation>Modell speichern</translation>
    </message>
    <message>
      <source>Folder of a model (*)</source>
      <translation>Ordner eines Modells (*)</translation>
    </message>
    <message>
      <source>Add model</source>
      <translation>Modell hinzufügen</translation>
    </message>
    <message>
      <source>Models (*.zip card.json)</source>
      <translation>Modelle (*.zip card.json)</translation>
    </message>
    <message>
      <source>{name} is in the list of models.</source>
      <translation>{name} ist in der Liste der Modelle.</translation>
    </message>
    <message>
      <source>Saved: {path}.</source>
      <translation>Gespeichert: {path}.</translation>
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
      <source>Click a map of the project to see its report and its recipe.</source>
      <translation>Klicken Sie auf eine Karte des Projekts, um ihren Bericht und ihr Rezept zu sehen.</translation>
    </message>
    <message>
      <source>The report of {file} cannot be read: {why}.</source>
      <translation>Der Bericht zu {file} kann nicht gelesen werden: {why}.</translation>
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
      <source>Hectares mapped as this class, on the ellipsoid; not corrected for errors.</source>
      <translation>Als diese Klasse kartierte Hektar, auf dem Ellipsoid; nicht um Fehler korrigiert.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>{name}: labelled pixels {count:,}, held-out labels {held_out:,}</source>
      <translation>{name}: gelabelte Pixel {count:,}, ausgelassene Labels {held_out:,}</translation>
    </message>
    <message>
      <source>{name}: labelled pixels {count:,}. It could not be checked: label it in a second place.</source>
      <translation>{name}: gelabelte Pixel {count:,}. Die Klasse ließ sich nicht prüfen: Labeln Sie sie an einer zweiten Stelle.</translation>
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
      <source>Choose a layer above.</source>
      <translation>Oben einen Layer wählen.</translation>
    </message>
    <message>
      <source>{model} needs no labels: map the scene below.</source>
      <translation>{model} braucht keine Labels: die Szene unten kartieren.</translation>
    </message>
    <message>
      <source>Label classes of two groups to see the map.</source>
      <translation>Labeln Sie Klassen aus zwei Gruppen, um die Karte zu sehen.</translation>
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
      <source>unlike all labels</source>
      <translation>allen Labels unähnlich</translation>
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
      <source>classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <source>What maps show: each class, or each group of classes.</source>
      <translation>Was Karten zeigen: jede Klasse oder jede Gruppe von Klassen.</translation>
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
      <source>Prove and use &amp;it</source>
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
      <source>Takes about {cpu:.1f} GB, or {cuda:.0f} GB where pip picks the CUDA build of torch. {free:,.0f} GB are free here.</source>
      <translation>Belegt etwa {cpu:.1f} GB, oder {cuda:.0f} GB, wenn pip den CUDA-Build von torch wählt. Hier sind {free:,.0f} GB frei.</translation>
    </message>
    <message>
      <source>Only {free:.1f} GB are free here; about {cpu:.1f} GB are needed, {cuda:.0f} GB with the CUDA build of torch.</source>
      <translation>Hier sind nur {free:.1f} GB frei; nötig sind etwa {cpu:.1f} GB, {cuda:.0f} GB mit dem CUDA-Build von torch.</translation>
    </message>
    <message>
      <source>Stop &amp;using it</source>
      <translation>Nich&amp;t mehr nutzen</translation>
    </message>
    <message>
      <source>Remove</source>
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
      <source>Engine {engine} · Python {python} · {size:.1f} GB in {folder}</source>
      <translation>Engine {engine} · Python {python} · {size:.1f} GB in {folder}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
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
      <source>{count:,} points of {name} look like {other}: check them.</source>
      <translation>{count:,} Punkte von {name} sehen aus wie {other}: bitte prüfen.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like no class: check it.</source>
      <translation>1 Punkt von {name} sieht aus wie keine Klasse: bitte prüfen.</translation>
    </message>
    <message>
      <source>{count:,} points of {name} look like no class: check them.</source>
      <translation>{count:,} Punkte von {name} sehen aus wie keine Klasse: bitte prüfen.</translation>
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
      <translation>Kanal</translation>
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
      <translation>Die Szene, die kartiert wird. Darunter steht, was OFA gelesen hat: ✓ alles ist bekannt, ▲ OFA fragt etwas unter Kanäle.</translation>
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
      <source>best {score} at step {step:,}</source>
      <translation>bester {score} bei Schritt {step:,}</translation>
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
      <source>There is a model {name} already: give another name.</source>
      <translation>Es gibt schon ein Modell {name}: einen anderen Namen angeben.</translation>
    </message>
    <message>
      <source>Start trainin&amp;g</source>
      <translation>Training &amp;starten</translation>
    </message>
    <message>
      <source>Stop and &amp;keep the best</source>
      <translation>Beenden, Bes&amp;tes behalten</translation>
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
      <source>A model is trained from one source: remove the further layers under Map.</source>
      <translation>Ein Modell wird aus einer Quelle trainiert: entfernen Sie unter Karte die weiteren Layer.</translation>
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
      <source>Cancelled; started again, it goes on from here.</source>
      <translation>Abgebrochen; neu gestartet, geht es von hier aus weiter.</translation>
    </message>
    <message>
      <source>{path} cannot be opened.</source>
      <translation>{path} lässt sich nicht öffnen.</translation>
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
      <source>no other</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>Labelled scenes with the same bands, to be learnt from as well. Each is read with your answers about it under Bands…; what it leaves open is as in the scene above.</source>
      <translation>Gelabelte Szenen mit denselben Kanälen, aus denen ebenfalls gelernt wird. Jede wird mit Ihren Antworten darüber unter „Kanäle…“ gelesen; was sie offen lässt, ist wie in der Szene darüber.</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only.</source>
      <translation>Das Feld {field} fasst nur ganze Zahlen.</translation>
    </message>
    <message>
      <source>Add value</source>
      <translation>Wert hinzufügen</translation>
    </message>
    <message>
      <source>Remove value</source>
      <translation>Wert entfernen</translation>
    </message>
    <message>
      <source>Values: points</source>
      <translation>Werte: Punkte</translation>
    </message>
    <message>
      <source>number</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>The number at this place</source>
      <translation>Die Zahl an diesem Ort</translation>
    </message>
    <message>
      <source>value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>{text} is no number.</source>
      <translation>{text} ist keine Zahl.</translation>
    </message>
    <message>
      <source>Map {field} of {name}</source>
      <translation>{field} von {name} kartieren</translation>
    </message>
    <message>
      <source>new points</source>
      <translation>neue Punkte</translation>
    </message>
    <message>
      <source>A vector layer with a number, or new points that you click.</source>
      <translation>Ein Vektorlayer mit einer Zahl, oder neue Punkte, die Sie klicken.</translation>
    </message>
    <message>
      <source>Such as height, biomass or cover.</source>
      <translation>Etwa Höhe, Biomasse oder Deckung.</translation>
    </message>
    <message>
      <source>&amp;Type values on the map</source>
      <translation>Werte in die Karte &amp;tippen</translation>
    </message>
    <message>
      <source>Click where you know the number, type it, press Enter. A right click removes, Ctrl+Z takes back.</source>
      <translation>Klicken Sie, wo Sie die Zahl kennen, tippen Sie sie ein, drücken Sie Enter. Rechtsklick entfernt, Strg+Z nimmt zurück.</translation>
    </message>
    <message>
      <source>M&amp;ap the values</source>
      <translation>Werte &amp;kartieren</translation>
    </message>
    <message>
      <source>A number that you know at some points, such as height, biomass or cover, becomes a map of the layer of the page Map. Fifty points all over it are a good start.</source>
      <translation>Eine Zahl, die Sie an einigen Punkten kennen, etwa Höhe, Biomasse oder Bedeckung, wird zur Karte des Layers der Seite Karte. Fünfzig Punkte überall darauf sind ein guter Anfang.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>The layer {name} has no field of numbers: choose another one, or new points.</source>
      <translation>Der Layer {name} hat kein Zahlenfeld: Wählen Sie einen anderen oder neue Punkte.</translation>
    </message>
    <message>
      <source>Points: {count:,}, from {low} to {high}</source>
      <translation>Punkte: {count:,}, von {low} bis {high}</translation>
    </message>
    <message>
      <source>Writes the map, the ends of its 90 % interval and a report beside the layer, in the background.</source>
      <translation>Schreibt die Karte, die Enden ihres 90-%-Intervalls und einen Bericht neben den Layer, im Hintergrund.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions, and points with a number.</source>
      <translation>Braucht einen Layer ohne offene Fragen und Punkte mit einer Zahl.</translation>
    </message>
    <message>
      <source>unlike all points</source>
      <translation>allen Punkten unähnlich</translation>
    </message>
    <message>
      <source>R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:.2g}</source>
      <translation>R² {r2:.2f}, RMSE {rmse:.4g}, mittlerer Fehler {bias:.2g}</translation>
    </message>
    <message>
      <source>Of points that were held out, as far from the others as the map is from all points. R² is the share of the variance that the map explains; RMSE and bias are in the unit of the number.</source>
      <translation>Von zurückgehaltenen Punkten, so weit von den anderen entfernt wie die Karte von allen Punkten. R² ist der Anteil der Varianz, den die Karte erklärt; RMSE und Abweichung haben die Einheit der Zahl.</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>OFA: help</source>
      <translation>OFA: Hilfe</translation>
    </message>
    <message>
      <source>the engine cannot be imported</source>
      <translation>die Engine lässt sich nicht importieren</translation>
    </message>
    <message>
      <source>{name} is not named like a Python interpreter</source>
      <translation>{name} heißt nicht wie ein Python-Interpreter</translation>
    </message>
    <message>
      <source>there is no file {name}</source>
      <translation>es gibt keine Datei {name}</translation>
    </message>
    <message>
      <source>{name} did not answer within {seconds:g} s</source>
      <translation>{name} hat nicht innerhalb von {seconds:g} s geantwortet</translation>
    </message>
    <message>
      <source>{name} ended with exit code {code}</source>
      <translation>{name} endete mit dem Rückgabewert {code}</translation>
    </message>
    <message>
      <source>{name} does not answer like Python: {error}</source>
      <translation>{name} antwortet nicht wie Python: {error}</translation>
    </message>
    <message>
      <source>Python {version} is too old: the engine needs {oldest} or newer</source>
      <translation>Python {version} ist zu alt: Die Engine braucht {oldest} oder neuer</translation>
    </message>
    <message>
      <source>the folder {folder} cannot be written: {reason}</source>
      <translation>in den Ordner {folder} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>choose another folder</source>
      <translation>wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
      <source>another window of QGIS is installing into {folder}</source>
      <translation>ein anderes QGIS-Fenster installiert gerade in {folder}</translation>
    </message>
    <message>
      <source>wait until it is done, then look again</source>
      <translation>warten Sie, bis es fertig ist, und sehen Sie dann noch einmal nach</translation>
    </message>
    <message>
      <source>{name} cannot be removed: {reason}</source>
      <translation>{name} kann nicht entfernt werden: {reason}</translation>
    </message>
    <message>
      <source>look at its rights</source>
      <translation>prüfen Sie die Zugriffsrechte</translation>
    </message>
    <message>
      <source>{name} cannot be written: {reason}</source>
      <translation>{name} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>the new environment does not work: {problem}</source>
      <translation>die neue Umgebung funktioniert nicht: {problem}</translation>
    </message>
    <message>
      <source>try again, or look at the log</source>
      <translation>versuchen Sie es erneut oder sehen Sie ins Protokoll</translation>
    </message>
    <message>
      <source>{name} cannot make an environment: {said}</source>
      <translation>{name} kann keine Umgebung anlegen: {said}</translation>
    </message>
    <message>
      <source>choose another base Python under More</source>
      <translation>wählen Sie unter Mehr ein anderes Basis-Python</translation>
    </message>
    <message>
      <source>the engine did not answer in time</source>
      <translation>die Engine hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
      <source>try again</source>
      <translation>versuchen Sie es erneut</translation>
    </message>
    <message>
      <source>{name} cannot be started: {reason}</source>
      <translation>{name} kann nicht gestartet werden: {reason}</translation>
    </message>
    <message>
      <source>choose another Python</source>
      <translation>wählen Sie ein anderes Python</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>the engine does not answer: {said}</source>
      <translation>die Engine antwortet nicht: {said}</translation>
    </message>
    <message>
      <source>look at the log</source>
      <translation>sehen Sie ins Protokoll</translation>
    </message>
    <message>
      <source>the engine does not work: {name}: {found}</source>
      <translation>die Engine funktioniert nicht: {name}: {found}</translation>
    </message>
    <message>
      <source>{package}, {size:,.0f} MB</source>
      <translation>{package}, {size:,.0f} MB</translation>
    </message>
    <message>
      <source>{package}, {here:,.0f} / {size:,.0f} MB</source>
      <translation>{package}, {here:,.0f} / {size:,.0f} MB</translation>
    </message>
    <message>
      <source>the folder {folder} has no wheel of {package} for Python {python} on {platform}</source>
      <translation>im Ordner {folder} fehlt ein Wheel von {package} für Python {python} auf {platform}</translation>
    </message>
    <message>
      <source>add it to the folder, or choose the Python for which the wheels were collected</source>
      <translation>legen Sie es in den Ordner, oder wählen Sie das Python, für das die Wheels gesammelt wurden</translation>
    </message>
    <message>
      <source>the package index has no {package} for Python {python} on this computer</source>
      <translation>der Paketindex hat kein {package} für Python {python} auf diesem Rechner</translation>
    </message>
    <message>
      <source>choose another base Python, or name a package index that has it</source>
      <translation>wählen Sie ein anderes Basis-Python, oder nennen Sie einen Paketindex, der es hat</translation>
    </message>
    <message>
      <source>pip failed: {said}</source>
      <translation>pip ist gescheitert: {said}</translation>
    </message>
    <message>
      <source>the log has all that it said</source>
      <translation>im Protokoll steht alles, was es gesagt hat</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>die Festplatte ist voll</translation>
    </message>
    <message>
      <source>free some space, or choose a folder on another disk</source>
      <translation>schaffen Sie Platz, oder wählen Sie einen Ordner auf einer anderen Festplatte</translation>
    </message>
    <message>
      <source>the package index is not trusted: its certificate could not be verified</source>
      <translation>dem Paketindex wird nicht vertraut: Sein Zertifikat ließ sich nicht prüfen</translation>
    </message>
    <message>
      <source>behind a company's proxy, give pip its certificate once: pip config set global.cert FILE</source>
      <translation>hinter dem Proxy einer Firma geben Sie pip einmal deren Zertifikat: pip config set global.cert DATEI</translation>
    </message>
    <message>
      <source>the proxy refused the connection to the package index</source>
      <translation>der Proxy hat die Verbindung zum Paketindex verweigert</translation>
    </message>
    <message>
      <source>set the proxy in QGIS under Options, Network, with user name where it wants one</source>
      <translation>stellen Sie den Proxy in QGIS unter Optionen, Netzwerk ein, mit Benutzernamen, wenn er einen verlangt</translation>
    </message>
    <message>
      <source>the package index cannot be reached</source>
      <translation>der Paketindex ist nicht erreichbar</translation>
    </message>
    <message>
      <source>look at the network and at the proxy in QGIS's options, or install from an offline folder</source>
      <translation>prüfen Sie das Netzwerk und den Proxy in den Optionen von QGIS, oder installieren Sie aus einem Offline-Ordner</translation>
    </message>
    <message>
      <source>a file could not be written: access was denied</source>
      <translation>eine Datei konnte nicht geschrieben werden: Zugriff verweigert</translation>
    </message>
    <message>
      <source>choose a folder of your own, and let the virus scanner allow it</source>
      <translation>wählen Sie einen eigenen Ordner, und lassen Sie ihn vom Virenscanner zu</translation>
    </message>
    <message>
      <source>a package came damaged</source>
      <translation>ein Paket kam beschädigt an</translation>
    </message>
    <message>
      <source>try again; if it stays, run pip cache purge or collect the wheels anew</source>
      <translation>versuchen Sie es erneut; hilft das nicht, führen Sie pip cache purge aus oder sammeln Sie die Wheels neu</translation>
    </message>
    <message>
      <source>the engine's source is not in {source}</source>
      <translation>die Quellen der Engine sind nicht in {source}</translation>
    </message>
    <message>
      <source>install the plugin again</source>
      <translation>installieren Sie die Erweiterung erneut</translation>
    </message>
    <message>
      <source>the folder {offline} has no wheels (.whl)</source>
      <translation>der Ordner {offline} enthält keine Wheels (.whl)</translation>
    </message>
    <message>
      <source>choose the folder with the wheels</source>
      <translation>wählen Sie den Ordner mit den Wheels</translation>
    </message>
    <message>
      <source>the folder's name is too long for Windows by {count} characters</source>
      <translation>der Name des Ordners ist für Windows um {count} Zeichen zu lang</translation>
    </message>
    <message>
      <source>choose a folder with a shorter name, such as C:\ofa</source>
      <translation>wählen Sie einen Ordner mit kürzerem Namen, etwa C:\ofa</translation>
    </message>
    <message>
      <source>only {free:.1f} GB are free where the engine would go; {least:.1f} GB are needed</source>
      <translation>wo die Engine hinsoll, sind nur {free:.1f} GB frei; nötig sind {least:.1f} GB</translation>
    </message>
    <message>
      <source>the engine is version {engine}, this plugin brings {brought}</source>
      <translation>die Engine hat Version {engine}, diese Erweiterung bringt {brought} mit</translation>
    </message>
    <message>
      <source>the engine differs from the one that this plugin brings ({brought})</source>
      <translation>die Engine ist nicht die, die diese Erweiterung mitbringt ({brought})</translation>
    </message>
    <message>
      <source>install Python {oldest} or newer, or choose one under More</source>
      <translation>installieren Sie Python {oldest} oder neuer, oder wählen Sie eines unter Mehr</translation>
    </message>
    <message>
      <source>{name} does not do: {problem}</source>
      <translation>{name} ist nicht geeignet: {problem}</translation>
    </message>
    <message>
      <source>found only {versions}</source>
      <translation>gefunden: nur {versions}</translation>
    </message>
    <message>
      <source>found none</source>
      <translation>gefunden: keines</translation>
    </message>
    <message>
      <source>the engine needs a Python {oldest} or newer: {found}</source>
      <translation>die Engine braucht Python {oldest} oder neuer; {found}</translation>
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
      <source>not all of it was written</source>
      <translation>sie wurden nicht vollständig geschrieben</translation>
    </message>
    <message>
      <source>the field {field} holds other things than numbers: {found}</source>
      <translation>das Feld {field} enthält anderes als Zahlen: {found}</translation>
    </message>
    <message>
      <source>choose a field of numbers</source>
      <translation>ein Feld mit Zahlen wählen</translation>
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
      <source>choose another name</source>
      <translation>einen anderen Namen wählen</translation>
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
      <source>the CRS or the nodata values of {name} are set in QGIS only, and not in its file</source>
      <translation>das KBS oder die Nodata-Werte von {name} sind nur in QGIS eingestellt und stehen nicht in der Datei</translation>
    </message>
    <message>
      <source>export the layer as GeoTIFF, which keeps them</source>
      <translation>den Layer als GeoTIFF exportieren, das sie behält</translation>
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
      <translation>die Kanäle von {name} haben verschiedene Nodata-Einstellungen</translation>
    </message>
    <message>
      <source>give all bands the same in the layer's properties, or export the part you need as GeoTIFF</source>
      <translation>in den Layereigenschaften allen Kanälen dieselbe geben oder den benötigten Teil als GeoTIFF exportieren</translation>
    </message>
    <message>
      <source>the product of {name} is gone: {path}</source>
      <translation>das Produkt von {name} ist weg: {path}</translation>
    </message>
    <message>
      <source>put it back, or open the product from where it is now</source>
      <translation>es zurücklegen oder das Produkt dort öffnen, wo es jetzt liegt</translation>
    </message>
    <message>
      <source>Map of {scene} by OFA.</source>
      <translation>Karte von {scene} durch OFA.</translation>
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
      <source>upper end, 90 %</source>
      <translation>oberes Ende, 90 %</translation>
    </message>
    <message>
      <source>lower end, 90 %</source>
      <translation>unteres Ende, 90 %</translation>
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
      <source>Labels are held out as far from the others as the mapped pixels are from the labels, and mapped without being known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each counted alike, with the range in which it lies in 90 % of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class is checked if it has labels in two or more places far apart. One number is shown only if the checked classes are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.</source>
      <translation>Labels werden so weit entfernt von den übrigen ausgelassen, wie es die kartierten Pixel von den Labels sind, und kartiert, ohne bekannt zu sein, damit Nachbarn die Bewertung nicht schönen. Makro-F1 ist das mittlere F1 der geprüften Klassen, jede zählt gleich viel, mit dem Bereich, in dem es in 90 % solcher Fälle liegt; die Gesamtgenauigkeit ist der Anteil der ausgelassenen gelabelten Pixel, die richtig kartiert sind; 1 ist fehlerfrei. Eine Klasse ist geprüft, wenn sie Labels an zwei oder mehr weit entfernten Orten hat. Eine einzelne Zahl steht nur da, wenn die geprüften Klassen mindestens {least:.0f} % der Klassen und der kartierten Fläche ausmachen: Die übrigen können gut oder schlecht kartiert sein.</translation>
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
      <source>expected one JSON object a line, found {line!r}</source>
      <translation>erwartet: ein JSON-Objekt je Zeile; gefunden: {line!r}</translation>
    </message>
    <message>
      <source>expected a JSON object, found {found}</source>
      <translation>erwartet: ein JSON-Objekt; gefunden: {found}</translation>
    </message>
    <message>
      <source>expected a kind of {kinds}; found {found}</source>
      <translation>erwartet: eine der Arten {kinds}; gefunden: {found}</translation>
    </message>
    <message>
      <source>a {kind} message lacks a field: {error}</source>
      <translation>einer Nachricht der Art {kind} fehlt ein Feld: {error}</translation>
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
      <source>Assess a map by its sample</source>
      <translation>Karte anhand ihrer Stichprobe beurteilen</translation>
    </message>
    <message>
      <source>Accuracy of a map and areas of its classes, with 95 % intervals, from an answered sample.</source>
      <translation>Genauigkeit einer Karte und Flächen ihrer Klassen mit 95-%-Intervallen, aus einer beantworteten Stichprobe.</translation>
    </message>
    <message>
      <source>Answered sample</source>
      <translation>Beantwortete Stichprobe</translation>
    </message>
    <message>
      <source>The file of Draw an accuracy sample, with a class in the field answer of its points.</source>
      <translation>Die Datei von „Stichprobe der Genauigkeit ziehen“, mit einer Klasse im Feld answer ihrer Punkte.</translation>
    </message>
    <message>
      <source>A folder for page, table, JSON and picture.</source>
      <translation>Ein Ordner für Seite, Tabelle, JSON und Bild.</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
      <source>All that was found (JSON)</source>
      <translation>Alles Gefundene (JSON)</translation>
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
      <source>A raster of whole numbers, such as the map of Classify a scene from labels.</source>
      <translation>Ein Raster aus ganzen Zahlen, etwa die Karte von „Szene aus Labels klassifizieren“.</translation>
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
      <source>the extent is empty</source>
      <translation>die Ausdehnung ist leer</translation>
    </message>
    <message>
      <source>leave it open for the whole layer, or give another one</source>
      <translation>für den ganzen Layer leer lassen, oder eine andere angeben</translation>
    </message>
    <message>
      <source>results are written to a disk; {text} is not there</source>
      <translation>Ergebnisse werden auf eine Festplatte geschrieben; {text} liegt nicht dort</translation>
    </message>
    <message>
      <source>give a path on a disk, and copy the result</source>
      <translation>geben Sie einen Pfad auf einer Festplatte an, und kopieren Sie das Ergebnis</translation>
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
      <source>Find what has changed</source>
      <translation>Veränderungen finden</translation>
    </message>
    <message>
      <source>Two dates of one place: what has changed from the one to the other, with labels or without?</source>
      <translation>Zwei Aufnahmen eines Ortes: was hat sich von der einen zur anderen verändert, mit Labels oder ohne?</translation>
    </message>
    <message>
      <source>A layer of the same place, and without labels of the same sensor. It is brought onto the grid of the first.</source>
      <translation>Ein Layer desselben Ortes, ohne Labels auch desselben Sensors. Er wird auf das Gitter des ersten gebracht.</translation>
    </message>
    <message>
      <source>Without labels: the share of unchanged pixels that may count as changed.</source>
      <translation>Ohne Labels: der Anteil der unveränderten Pixel, der als verändert gelten darf.</translation>
    </message>
    <message>
      <source>Minimum area (0.5ha, 5000m2, 20px)</source>
      <translation>Mindestfläche (0.5ha, 5000m2, 20px)</translation>
    </message>
    <message>
      <source>Of the polygons. Empty: all of them.</source>
      <translation>Der Polygone. Leer: alle.</translation>
    </message>
    <message>
      <source>Move the later date onto the first</source>
      <translation>Spätere Aufnahme auf die erste schieben</translation>
    </message>
    <message>
      <source>If they lie more than half a pixel apart. Off: such a run is refused.</source>
      <translation>Wenn sie mehr als ein halbes Pixel auseinander liegen. Aus: ein solcher Lauf wird abgelehnt.</translation>
    </message>
    <message>
      <source>Compare even if the dates lie apart</source>
      <translation>Auch verschobene Aufnahmen vergleichen</translation>
    </message>
    <message>
      <source>Edges look changed then.</source>
      <translation>Kanten sehen dann verändert aus.</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as change.tif: at 2, one in a hundred unchanged pixels looks as changed. With labels, a map of classes.</source>
      <translation>Ein GeoTIFF wie change.tif: bei 2 sieht eines von hundert unveränderten Pixeln so verändert aus. Mit Labels eine Karte von Klassen.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <source>A GeoTIFF: how sure the map is of each pixel, 0 to 1. Needs labels.</source>
      <translation>Ein GeoTIFF: wie sicher die Karte bei jedem Pixel ist, 0 bis 1. Braucht Labels.</translation>
    </message>
    <message>
      <source>Table of transitions</source>
      <translation>Tabelle der Übergänge</translation>
    </message>
    <message>
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <source>How much has gone from which class to which, in hectares. Needs labels.</source>
      <translation>Wie viel von welcher Klasse zu welcher übergegangen ist, in Hektar. Braucht Labels.</translation>
    </message>
    <message>
      <source>Polygons of change</source>
      <translation>Polygone der Veränderung</translation>
    </message>
    <message>
      <source>A file such as changes.gpkg, .geojson or .shp, with a score for each polygon.</source>
      <translation>Eine Datei wie changes.gpkg, .geojson oder .shp, mit einem Wert für jedes Polygon.</translation>
    </message>
    <message>
      <source>Share that counts as changed</source>
      <translation>Anteil, der als verändert gilt</translation>
    </message>
    <message>
      <source>Points, lines or polygons with classes of the ground, or with what has changed.</source>
      <translation>Punkte, Linien oder Polygone mit Klassen des Bodens oder mit dem, was sich verändert hat.</translation>
    </message>
    <message>
      <source>The field that holds the class.</source>
      <translation>Das Feld, das die Klasse enthält.</translation>
    </message>
    <message>
      <source>Class field of the later date</source>
      <translation>Klassenfeld der späteren Aufnahme</translation>
    </message>
    <message>
      <source>Empty: the class is that of both dates.</source>
      <translation>Leer: die Klasse gilt für beide Aufnahmen.</translation>
    </message>
    <message>
      <source>Class of what has not changed (unchanged, stable …)</source>
      <translation>Klasse des Unveränderten (unverändert, stabil …)</translation>
    </message>
    <message>
      <source>Give it if the labels say what has changed, and not what is on the ground.</source>
      <translation>Geben Sie sie an, wenn die Labels sagen, was sich verändert hat, und nicht, was am Boden ist.</translation>
    </message>
    <message>
      <source>the later date cannot be opened</source>
      <translation>die spätere Aufnahme lässt sich nicht öffnen</translation>
    </message>
    <message>
      <source>the output is the input</source>
      <translation>die Ausgabe ist die Eingabe</translation>
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
      <source>Where the labels lie in several scenes: all of them teach, and the first is mapped.</source>
      <translation>Wo die Labels in mehreren Szenen liegen: Aus allen wird gelernt, und die erste wird kartiert.</translation>
    </message>
    <message>
      <source>A folder for a page with accuracy, confusion matrix and areas.</source>
      <translation>Ein Ordner für eine Seite mit Genauigkeit, Konfusionsmatrix und Flächen.</translation>
    </message>
    <message>
      <source>Model for other scenes</source>
      <translation>Modell für andere Szenen</translation>
    </message>
    <message>
      <source>A folder for what the labels taught: Map a scene with a trained model takes it.</source>
      <translation>Ein Ordner für das, was aus den Labels gelernt wurde: „Szene mit einem trainierten Modell kartieren“ nimmt ihn.</translation>
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
      <source>Empty: as the file of labels says, else as the engine chooses.</source>
      <translation>Leer: wie die Datei der Labels sagt, sonst wie die Engine wählt.</translation>
    </message>
    <message>
      <source>Values (water=1,forest=2 …)</source>
      <translation>Werte (water=1,forest=2 …)</translation>
    </message>
    <message>
      <source>Of classes on the map: whole numbers from 0 to 255.</source>
      <translation>Der Klassen auf der Karte: ganze Zahlen von 0 bis 255.</translation>
    </message>
    <message>
      <source>Colours (water=#0072b2 …)</source>
      <translation>Farben (water=#0072b2 …)</translation>
    </message>
    <message>
      <source>Of classes on the map. Empty: as the layer of labels shows them.</source>
      <translation>Der Klassen auf der Karte. Leer: wie der Layer der Labels sie zeigt.</translation>
    </message>
    <message>
      <source>Map the groups of classes</source>
      <translation>Gruppen von Klassen kartieren</translation>
    </message>
    <message>
      <source>Needs labels of the dock, whose classes are in groups.</source>
      <translation>Braucht Labels des Bedienfelds, deren Klassen in Gruppen sind.</translation>
    </message>
    <message>
      <source>the file of labels tells no groups of classes</source>
      <translation>die Datei der Labels nennt keine Gruppen von Klassen</translation>
    </message>
    <message>
      <source>put classes into groups in the dock, or map classes</source>
      <translation>ordnen Sie im Bedienfeld Klassen in Gruppen, oder kartieren Sie Klassen</translation>
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
      <source>Classes merged, small regions filled, roads and streams kept, polygons without gaps.</source>
      <translation>Klassen zusammengeführt, kleine Gebiete gefüllt, Straßen und Bäche erhalten, Polygone ohne Lücken.</translation>
    </message>
    <message>
      <source>Smaller regions are filled from their neighbours; long, thin ones stay. Empty: none.</source>
      <translation>Kleinere Gebiete werden von ihren Nachbarn her gefüllt; lange, schmale bleiben. Leer: keine.</translation>
    </message>
    <message>
      <source>Merge classes (crops=wheat+maize …)</source>
      <translation>Klassen zusammenführen (crops=wheat+maize …)</translation>
    </message>
    <message>
      <source>New class, =, and the classes that it is made of, by name or value.</source>
      <translation>Neue Klasse, = und die Klassen, aus denen sie besteht, mit Namen oder Wert.</translation>
    </message>
    <message>
      <source>Cleaned map</source>
      <translation>Bereinigte Karte</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as clean.tif.</source>
      <translation>Ein GeoTIFF, etwa clean.tif.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Smooth the polygons</source>
      <translation>Polygone glätten</translation>
    </message>
    <message>
      <source>A folder for page, picture and JSON.</source>
      <translation>Ein Ordner für Seite, Bild und JSON.</translation>
    </message>
    <message>
      <source>{name}: pixels {before:,} before, {after:,} now</source>
      <translation>{name}: Pixel vorher {before:,}, jetzt {after:,}</translation>
    </message>
    <message>
      <source>Map a scene without labels</source>
      <translation>Szene ohne Labels kartieren</translation>
    </message>
    <message>
      <source>Clusters of alike pixels as a map of classes, to be merged and named.</source>
      <translation>Cluster ähnlicher Pixel als Klassenkarte, zum Zusammenlegen und Benennen.</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as map.tif.</source>
      <translation>Ein GeoTIFF, zum Beispiel karte.tif.</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp, with a field class to be renamed.</source>
      <translation>Eine Datei wie map.gpkg, .geojson oder .shp, mit einem Feld class zum Umbenennen.</translation>
    </message>
    <message>
      <source>Points inside the clusters</source>
      <translation>Punkte im Inneren der Cluster</translation>
    </message>
    <message>
      <source>A GeoPackage with a field class: labels, once the clusters have names.</source>
      <translation>Ein GeoPackage mit einem Feld class: Labels, sobald die Cluster Namen haben.</translation>
    </message>
    <message>
      <source>the points go to a GeoPackage; found {name}</source>
      <translation>die Punkte kommen in ein GeoPackage; gefunden: {name}</translation>
    </message>
    <message>
      <source>end the name with .gpkg</source>
      <translation>lassen Sie den Namen auf .gpkg enden</translation>
    </message>
    <message>
      <source>Count objects</source>
      <translation>Objekte zählen</translation>
    </message>
    <message>
      <source>Trees, boats, tanks: from ten that are outlined to all in the scene, with a score and a range.</source>
      <translation>Bäume, Boote, Tanks: von zehn umrissenen zu allen in der Szene, mit Bewertung und Spanne.</translation>
    </message>
    <message>
      <source>Outlined objects</source>
      <translation>Umrissene Objekte</translation>
    </message>
    <message>
      <source>Polygons around some objects of one kind, ten are a good start; or points with a size.</source>
      <translation>Polygone um einige Objekte einer Art, zehn sind ein guter Anfang; oder Punkte mit einer Größe.</translation>
    </message>
    <message>
      <source>Fully outlined area</source>
      <translation>Vollständig umrissenes Gebiet</translation>
    </message>
    <message>
      <source>A polygon in which each object is outlined. Empty: the box around the outlined objects.</source>
      <translation>Ein Polygon, in dem jedes Objekt umrissen ist. Leer: das Rechteck um die umrissenen Objekte.</translation>
    </message>
    <message>
      <source>Diameter in metres</source>
      <translation>Durchmesser in Metern</translation>
    </message>
    <message>
      <source>How large an object is, where the objects are points; 0: they are outlines.</source>
      <translation>Wie groß ein Objekt ist, wenn die Objekte Punkte sind; 0: es sind Umrisse.</translation>
    </message>
    <message>
      <source>What is written: a box around each object, or a point in its middle.</source>
      <translation>Was geschrieben wird: ein Rechteck um jedes Objekt oder ein Punkt in seiner Mitte.</translation>
    </message>
    <message>
      <source>Objects as</source>
      <translation>Objekte als</translation>
    </message>
    <message>
      <source>Lowest score</source>
      <translation>Niedrigste Bewertung</translation>
    </message>
    <message>
      <source>The score, 0 to 1, from which on there is an object. Empty: as held-out objects tell.</source>
      <translation>Die Bewertung, 0 bis 1, von der an dort ein Objekt ist. Leer: wie es zurückgehaltene Objekte ergeben.</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objekte</translation>
    </message>
    <message>
      <source>A file such as objects.gpkg, .geojson or .shp, with a score for each object.</source>
      <translation>Eine Datei wie objekte.gpkg, .geojson oder .shp, mit einer Bewertung für jedes Objekt.</translation>
    </message>
    <message>
      <source>Density</source>
      <translation>Dichte</translation>
    </message>
    <message>
      <source>A GeoTIFF with objects per hectare.</source>
      <translation>Ein GeoTIFF mit Objekten je Hektar.</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Anzahl der Objekte</translation>
    </message>
    <message>
      <source>Estimated number</source>
      <translation>Geschätzte Anzahl</translation>
    </message>
    <message>
      <source>Lower end of its range</source>
      <translation>Unteres Ende der Spanne</translation>
    </message>
    <message>
      <source>Upper end of its range</source>
      <translation>Oberes Ende der Spanne</translation>
    </message>
    <message>
      <source>F1 of held-out objects</source>
      <translation>F1 zurückgehaltener Objekte</translation>
    </message>
    <message>
      <source>the output {path} is an input</source>
      <translation>die Ausgabe {path} ist eine Eingabe</translation>
    </message>
    <message>
      <source>Features of a scene</source>
      <translation>Merkmale einer Szene</translation>
    </message>
    <message>
      <source>What the model sees in a scene: one band per feature, one pixel per patch.</source>
      <translation>Was das Modell in einer Szene sieht: ein Kanal je Merkmal, ein Pixel je Patch.</translation>
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
      <source>the labels cannot be written beside the map ({reason})</source>
      <translation>die Labels können nicht neben die Karte geschrieben werden ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to</source>
      <translation>einen beschreibbaren Ordner wählen</translation>
    </message>
    <message>
      <source>{parameter}: the layer cannot be opened</source>
      <translation>{parameter}: der Layer lässt sich nicht öffnen</translation>
    </message>
    <message>
      <source>choose a layer of points or polygons</source>
      <translation>einen Layer mit Punkten oder Polygonen wählen</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no CRS</source>
      <translation>{parameter}: der Layer hat kein KBS</translation>
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
      <source>With the same bands as the first. What is said here holds for all of them.</source>
      <translation>Mit denselben Kanälen wie die erste. Was hier gesagt wird, gilt für alle.</translation>
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
      <source>Hits of a map of values</source>
      <translation>Treffer einer Karte von Werten</translation>
    </message>
    <message>
      <source>Where a map of similarity, change or values reaches a threshold, with a score.</source>
      <translation>Wo eine Karte von Ähnlichkeit, Veränderung oder Werten eine Schwelle erreicht, mit einem Wert.</translation>
    </message>
    <message>
      <source>A raster with one band of fractions, such as the map of Find what is alike.</source>
      <translation>Ein Raster mit einem Kanal aus Bruchzahlen, etwa die Karte von Ähnliches finden.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>The value from which on a pixel is a hit.</source>
      <translation>Der Wert, von dem an ein Pixel ein Treffer ist.</translation>
    </message>
    <message>
      <source>Hits</source>
      <translation>Treffer</translation>
    </message>
    <message>
      <source>A file such as hits.gpkg, .geojson or .shp, with a score for each hit.</source>
      <translation>Eine Datei wie hits.gpkg, .geojson oder .shp, mit einem Wert für jeden Treffer.</translation>
    </message>
    <message>
      <source>Number of hits</source>
      <translation>Anzahl der Treffer</translation>
    </message>
    <message>
      <source>Which layer band is which, in what units, and where that was read.</source>
      <translation>Welcher Layerkanal welcher ist, in welchen Einheiten, und wo das gelesen wurde.</translation>
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
      <source>Units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <source>Number of open questions</source>
      <translation>Anzahl offener Fragen</translation>
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
      <source>{width:,} × {height:,} pixels, {dtype}</source>
      <translation>{width:,} × {height:,} Pixel, {dtype}</translation>
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
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Open questions</source>
      <translation>Offene Fragen</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Kanäle</translation>
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
      <source>A GeoTIFF of 0 to 1; it is loaded below the map.</source>
      <translation>Ein GeoTIFF von 0 bis 1; es wird unter der Karte geladen.</translation>
    </message>
    <message>
      <source>Unlike all labels</source>
      <translation>Allen Labels unähnlich</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp; it is loaded below the map.</source>
      <translation>Eine Datei wie karte.gpkg, .geojson oder .shp; sie wird unter der Karte geladen.</translation>
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
      <source>A model that has learnt from labelled scenes maps another one; no labels are needed.</source>
      <translation>Ein Modell, das aus gelabelten Szenen gelernt hat, kartiert eine andere; Labels sind nicht nötig.</translation>
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
      <source>Where the model is not in the list; goes before it. The path of a zip will do, too.</source>
      <translation>Wo das Modell nicht in der Liste ist; geht dieser vor. Auch der Pfad eines Zips ist möglich.</translation>
    </message>
    <message>
      <source>found {name}</source>
      <translation>gefunden: {name}</translation>
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
      <source>Map values from points</source>
      <translation>Werte aus Punkten kartieren</translation>
    </message>
    <message>
      <source>A number measured at some points becomes a map of the scene, with an interval for each pixel.</source>
      <translation>Eine Zahl, an einigen Punkten gemessen, wird zur Karte der Szene, mit einem Intervall für jedes Pixel.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Points, lines or polygons with a number; fifty points all over the scene are a good start.</source>
      <translation>Punkte, Linien oder Polygone mit einer Zahl; fünfzig Punkte über die ganze Szene sind ein guter Anfang.</translation>
    </message>
    <message>
      <source>Field with the number</source>
      <translation>Feld mit der Zahl</translation>
    </message>
    <message>
      <source>Interval</source>
      <translation>Intervall</translation>
    </message>
    <message>
      <source>A GeoTIFF with the ends of the interval that holds 90 % of the values, as two bands.</source>
      <translation>Ein GeoTIFF mit den Enden des Intervalls, das 90 % der Werte enthält, als zwei Kanäle.</translation>
    </message>
    <message>
      <source>R² of held-out points</source>
      <translation>R² zurückgehaltener Punkte</translation>
    </message>
    <message>
      <source>Root of the mean squared error</source>
      <translation>Wurzel des mittleren quadratischen Fehlers</translation>
    </message>
    <message>
      <source>Mean error</source>
      <translation>Mittlerer Fehler</translation>
    </message>
    <message>
      <source>Draw an accuracy sample</source>
      <translation>Stichprobe der Genauigkeit ziehen</translation>
    </message>
    <message>
      <source>Points at random within the classes of a map: answered, they tell its accuracy.</source>
      <translation>Zufällige Punkte in den Klassen einer Karte: beantwortet, sagen sie, wie genau sie ist.</translation>
    </message>
    <message>
      <source>Standard error of overall accuracy</source>
      <translation>Standardfehler der Gesamtgenauigkeit</translation>
    </message>
    <message>
      <source>What to plan for; the 95 % interval reaches twice as far to either side.</source>
      <translation>Was geplant wird; das 95-%-Intervall reicht zu jeder Seite doppelt so weit.</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Anzahl der Punkte</translation>
    </message>
    <message>
      <source>0: as many as the standard error needs.</source>
      <translation>0: so viele, wie der Standardfehler braucht.</translation>
    </message>
    <message>
      <source>Expected user's accuracies (water=0.9,forest=0.7 …)</source>
      <translation>Erwartete Nutzergenauigkeiten (water=0.9,forest=0.7 …)</translation>
    </message>
    <message>
      <source>By class; others count as 0.8. Better classes need fewer points.</source>
      <translation>Je Klasse; für andere gilt 0,8. Bessere Klassen brauchen weniger Punkte.</translation>
    </message>
    <message>
      <source>The same seed draws the same points.</source>
      <translation>Derselbe Startwert zieht dieselben Punkte.</translation>
    </message>
    <message>
      <source>A GeoPackage, such as sample.gpkg.</source>
      <translation>Ein GeoPackage, etwa sample.gpkg.</translation>
    </message>
    <message>
      <source>a sample is a GeoPackage; found {name}</source>
      <translation>eine Stichprobe ist ein GeoPackage; gefunden: {name}</translation>
    </message>
    <message>
      <source>{name}: points {points:,}</source>
      <translation>{name}: Punkte {points:,}</translation>
    </message>
    <message>
      <source>Find what is alike</source>
      <translation>Ähnliches finden</translation>
    </message>
    <message>
      <source>One or a few points as examples: where in the scene is it like there?</source>
      <translation>Ein oder ein paar Punkte als Beispiele: Wo in der Szene ist es wie dort?</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <source>Points on what you look for, in any CRS. One is enough, a few are better.</source>
      <translation>Punkte auf dem Gesuchten, in beliebigem KBS. Einer genügt, ein paar sind besser.</translation>
    </message>
    <message>
      <source>Counter-examples</source>
      <translation>Gegenbeispiele</translation>
    </message>
    <message>
      <source>Points on what looks alike and is not meant.</source>
      <translation>Punkte auf dem, was ähnlich aussieht und nicht gemeint ist.</translation>
    </message>
    <message>
      <source>The similarity, 0 to 1, from which on a pixel is a hit.</source>
      <translation>Die Ähnlichkeit, 0 bis 1, von der an ein Pixel ein Treffer ist.</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Ähnlichkeit</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as similar.tif: 1 is as the examples, 0 as the least alike tenth of the scene.</source>
      <translation>Ein GeoTIFF wie similar.tif: 1 ist wie die Beispiele, 0 wie das unähnlichste Zehntel der Szene.</translation>
    </message>
    <message>
      <source>expected at least one point as an example; found none</source>
      <translation>mindestens ein Punkt als Beispiel erwartet, keiner gefunden</translation>
    </message>
    <message>
      <source>choose a layer of points</source>
      <translation>einen Layer mit Punkten wählen</translation>
    </message>
    <message>
      <source>the points have no CRS</source>
      <translation>die Punkte haben kein KBS</translation>
    </message>
    <message>
      <source>a point has no place in the CRS of the layer</source>
      <translation>ein Punkt hat im KBS des Layers keinen Ort</translation>
    </message>
    <message>
      <source>check the CRS of both layers</source>
      <translation>das KBS beider Layer prüfen</translation>
    </message>
    <message>
      <source>Empty: as answered in the dock for this layer, else as read from the file.</source>
      <translation>Leer: wie im Bedienfeld für diesen Layer beantwortet, sonst wie aus der Datei gelesen.</translation>
    </message>
    <message>
      <source>What was chosen in the dock for this layer counts where this is empty.</source>
      <translation>Ist dies leer, gilt, was im Dock für diesen Layer gewählt wurde.</translation>
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
      <source>Nodata (0 or -9999:0, fill, none)</source>
      <translation>Nodata (0 oder -9999:0, fill, none)</translation>
    </message>
    <message>
      <source>Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is data. Empty: you are asked where it is not clear.</source>
      <translation>Neben denen des Layers: Werte oder Bereiche, mit Kommas dazwischen; fill: was nach Füllwert aussieht; none: es sind Daten. Leer: Es wird gefragt, wo es nicht klar ist.</translation>
    </message>
    <message>
      <source>Mask (clouds+shadow, none)</source>
      <translation>Maske (clouds+shadow, none)</translation>
    </message>
    <message>
      <source>What of a product's own masks is nodata: clouds, haze, shadow, snow, with + between; none: nothing. Empty: all that it has.</source>
      <translation>Was von den eigenen Masken eines Produkts Nodata ist: clouds, haze, shadow, snow, mit + dazwischen; none: nichts. Leer: alle, die es hat.</translation>
    </message>
    <message>
      <source>Read assets from the network</source>
      <translation>Dateien aus dem Netz lesen</translation>
    </message>
    <message>
      <source>Only for a STAC item: what it names is read from its server. Off: only files are read.</source>
      <translation>Nur für ein STAC-Element: Was es nennt, wird von seinem Server gelesen. Aus: Es werden nur Dateien gelesen.</translation>
    </message>
    <message>
      <source>And also these layers</source>
      <translation>Und außerdem diese Layer</translation>
    </message>
    <message>
      <source>Further sources of the same place: radar, heights, other dates, embeddings. Each is read as answered in the dock for it; what they share with the layer is mapped.</source>
      <translation>Weitere Quellen desselben Orts: Radar, Höhen, andere Tage, Embeddings. Jede wird gelesen, wie im Bedienfeld für sie beantwortet; kartiert wird, was alle gemeinsam haben.</translation>
    </message>
    <message>
      <source>Grid (metres, or the file of a layer)</source>
      <translation>Raster (Meter oder die Datei eines Layers)</translation>
    </message>
    <message>
      <source>Onto which all sources are brought. Empty: that of the layer.</source>
      <translation>Auf das alle Quellen gebracht werden. Leer: das des Layers.</translation>
    </message>
    <message>
      <source>Model (ofa-tiny, or a folder)</source>
      <translation>Modell (ofa-tiny, oder ein Ordner)</translation>
    </message>
    <message>
      <source>Name or folder. Empty: the one chosen in the dock.</source>
      <translation>Name oder Ordner. Leer: das im Bedienfeld gewählte.</translation>
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
      <source>bands are written 1=B02,2=B03; found {part}</source>
      <translation>Kanäle werden als 1=B02,2=B03 geschrieben; gefunden: {part}</translation>
    </message>
    <message>
      <source>write band number, =, and its name</source>
      <translation>Kanalnummer, = und den Namen schreiben</translation>
    </message>
    <message>
      <source>there is no band {number}, or it is named twice</source>
      <translation>es gibt keinen Kanal {number}, oder er ist zweimal genannt</translation>
    </message>
    <message>
      <source>bands are numbered from 1 to {count}</source>
      <translation>Kanäle haben die Nummern 1 bis {count}</translation>
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
      <source>the value of a class is a whole number from 0 to 255; found {part}</source>
      <translation>der Wert einer Klasse ist eine ganze Zahl von 0 bis 255; gefunden: {part}</translation>
    </message>
    <message>
      <source>write {example}</source>
      <translation>schreiben Sie {example}</translation>
    </message>
    <message>
      <source>an accuracy is a number from 0 to 1; found {part}</source>
      <translation>eine Genauigkeit ist eine Zahl von 0 bis 1; gefunden: {part}</translation>
    </message>
    <message>
      <source>a colour is written #0072b2; found {part}</source>
      <translation>eine Farbe schreibt man #0072b2; gefunden: {part}</translation>
    </message>
    <message>
      <source>classes are written {example}; found {part}</source>
      <translation>Klassen schreibt man {example}; gefunden: {part}</translation>
    </message>
    <message>
      <source>write a class, =, and what it has</source>
      <translation>schreiben Sie eine Klasse, = und was sie hat</translation>
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
      <translation>nur den Kopf (schnell)</translation>
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
      <source>Best {metric} on left-out blocks: {score}, at step {step:,}</source>
      <translation>Bestes {metric} auf ausgelassenen Blöcken: {score}, bei Schritt {step:,}</translation>
    </message>
    <message>
      <source>{names} and {more} more</source>
      <translation>{names} und {more} weitere</translation>
    </message>
    <message>
      <source>{some} or {last}</source>
      <translation>{some} oder {last}</translation>
    </message>
    <message>
      <source>{one}|{others}</source>
      <translation>{one}, {others}</translation>
    </message>
    <message>
      <source>{some} and {last}</source>
      <translation>{some} und {last}</translation>
    </message>
    <message>
      <source>a point was moved, or its stratum edited</source>
      <translation>ein Punkt wurde verschoben oder seine Schicht geändert</translation>
    </message>
    <message>
      <source>no point of {name} has an answer</source>
      <translation>kein Punkt von {name} hat eine Antwort</translation>
    </message>
    <message>
      <source>answer them on the page Accuracy of the QGIS dock, or write a class into the field answer</source>
      <translation>beantworten Sie sie auf der Seite „Genauigkeit“ des Docks, oder schreiben Sie eine Klasse in das Feld answer</translation>
    </message>
    <message>
      <source>none of the answered points lies on the map</source>
      <translation>keiner der beantworteten Punkte liegt auf der Karte</translation>
    </message>
    <message>
      <source>give the map that the sample was drawn on</source>
      <translation>geben Sie die Karte an, auf der die Stichprobe gezogen wurde</translation>
    </message>
    <message>
      <source>expected classes of the map as answers ({classes}); {name} has {found}</source>
      <translation>als Antworten werden Klassen der Karte erwartet ({classes}); {name} hat {found}</translation>
    </message>
    <message>
      <source>write the classes into the field answer as the map calls them</source>
      <translation>schreiben Sie die Klassen so in das Feld answer, wie die Karte sie nennt</translation>
    </message>
    <message>
      <source>only one of map and sample {name} has a CRS</source>
      <translation>nur eines von Karte und Stichprobe {name} hat ein KBS</translation>
    </message>
    <message>
      <source>assign the other its own</source>
      <translation>weisen Sie dem anderen seines zu</translation>
    </message>
    <message>
      <source>Seen at fewer than {few} points: {names}. Area and producer's accuracy of these classes rest on a handful of answers.</source>
      <translation>An weniger als {few} Punkten gesehen: {names}. Fläche und Herstellergenauigkeit dieser Klassen beruhen auf einer Handvoll Antworten.</translation>
    </message>
    <message>
      <source>Another program has saved the sample, and what it said of itself is gone: whether its last points were removed cannot be told.</source>
      <translation>Ein anderes Programm hat die Stichprobe gespeichert, und was sie von sich sagte, ist verloren: Ob ihre letzten Punkte entfernt wurden, lässt sich nicht sagen.</translation>
    </message>
    <message>
      <source>The sample was drawn on another map, or this one has changed since. The figures are of this map (Stehman's estimators); they hold for the area of the map that the sample was drawn on.</source>
      <translation>Die Stichprobe wurde auf einer anderen Karte gezogen, oder diese hat sich seitdem geändert. Die Zahlen gelten dieser Karte (Schätzer von Stehman), und zwar für die Fläche der Karte, auf der die Stichprobe gezogen wurde.</translation>
    </message>
    <message>
      <source>Points without an answer: {count:,} of {total:,}, {skipped:,} of them skipped ({ids}). The figures suppose that these are like the other points of their class.</source>
      <translation>Punkte ohne Antwort: {count:,} von {total:,}, davon übersprungen: {skipped:,} ({ids}). Die Zahlen setzen voraus, dass diese wie die übrigen Punkte ihrer Klasse sind.</translation>
    </message>
    <message>
      <source>Answered points without a class on this map: {count:,}. They were left out.</source>
      <translation>Beantwortete Punkte ohne Klasse auf dieser Karte: {count:,}. Sie wurden ausgelassen.</translation>
    </message>
    <message>
      <source>Seen, but not on the map: {names}.</source>
      <translation>Gesehen, aber nicht auf der Karte: {names}.</translation>
    </message>
    <message>
      <source>No point was answered where the map shows {names}: {share:.2%} of the pixels, of which nothing is known. The figures are of the rest.</source>
      <translation>Wo die Karte {names} zeigt, wurde kein Punkt beantwortet: {share:.2%} der Pixel, über die nichts bekannt ist. Die Zahlen gelten dem Rest.</translation>
    </message>
    <message>
      <source>Only one point was answered where the map shows {names}. One point does not say how a class varies: its error was taken to be the largest possible.</source>
      <translation>Wo die Karte {names} zeigt, wurde nur ein Punkt beantwortet. Ein Punkt sagt nicht, wie eine Klasse streut: als Fehler wurde der größtmögliche angenommen.</translation>
    </message>
    <message>
      <source>expected a map of classes, one band of whole numbers; {name} has bands: {count}, of {kind}</source>
      <translation>erwartet: eine Klassenkarte, ein Kanal aus ganzen Zahlen; {name} hat Kanäle: {count}, vom Typ {kind}</translation>
    </message>
    <message>
      <source>give the map that `engine classify` wrote with --out</source>
      <translation>wählen Sie eine Klassenkarte, etwa die des Docks</translation>
    </message>
    <message>
      <source>{name} says by a mask where it has no class</source>
      <translation>{name} sagt durch eine Maske, wo es keine Klasse hat</translation>
    </message>
    <message>
      <source>write a nodata value instead: gdalwarp -dstnodata 0 MAP.tif NEW.tif</source>
      <translation>schreiben Sie stattdessen einen Nodata-Wert: gdalwarp -dstnodata 0 MAP.tif NEW.tif</translation>
    </message>
    <message>
      <source>expected a map of 1 to {most} classes; {name} has {count}</source>
      <translation>erwartet: eine Karte mit 1 bis {most} Klassen; {name} hat {count}</translation>
    </message>
    <message>
      <source>{points} points are too few for {strata} classes</source>
      <translation>{points} Punkte sind zu wenige für {strata} Klassen</translation>
    </message>
    <message>
      <source>give --points {least} or more</source>
      <translation>ziehen Sie mindestens {least} Punkte</translation>
    </message>
    <message>
      <source>User's accuracy</source>
      <translation>Nutzergenauigkeit</translation>
    </message>
    <message>
      <source>Producer's accuracy</source>
      <translation>Herstellergenauigkeit</translation>
    </message>
    <message>
      <source>Area (ha)</source>
      <translation>Fläche (ha)</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Anteil der Fläche</translation>
    </message>
    <message>
      <source>{confidence:.0%} interval</source>
      <translation>{confidence:.0%}-Intervall</translation>
    </message>
    <message>
      <source>Overall accuracy {value:.1%}, {confidence:.0%} interval {low:.1%} to {high:.1%}, from {points:,} points</source>
      <translation>Gesamtgenauigkeit {value:.1%}, {confidence:.0%}-Intervall {low:.1%} bis {high:.1%}, aus {points:,} Punkten</translation>
    </message>
    <message>
      <source>Bars: as mapped. Dots and lines: estimated from the sample, with their intervals.</source>
      <translation>Balken: wie kartiert. Punkte und Linien: aus der Stichprobe geschätzt, mit ihren Intervallen.</translation>
    </message>
    <message>
      <source>Accuracy of {map}</source>
      <translation>Genauigkeit von {map}</translation>
    </message>
    <message>
      <source>Sample {sample}: {answered:,} of {points:,} points answered. {created}</source>
      <translation>Stichprobe {sample}: {answered:,} von {points:,} Punkten beantwortet. {created}</translation>
    </message>
    <message>
      <source>Points were drawn at random within the classes of the map. Estimates and standard errors follow Olofsson et al. (2014) and Stehman (2014); the intervals are Wilson's for the effective number of points. User's accuracy: of what the map shows as a class, the share that is right. Producer's accuracy: of what is truly a class, the share that the map shows.</source>
      <translation>Punkte wurden in den Klassen der Karte zufällig gezogen. Schätzwerte und Standardfehler nach Olofsson et al. (2014) und Stehman (2014); die Intervalle sind die von Wilson für die effektive Zahl der Punkte. Nutzergenauigkeit: Anteil des als Klasse Kartierten, der stimmt. Herstellergenauigkeit: Anteil der wirklichen Klasse, den die Karte zeigt.</translation>
    </message>
    <message>
      <source>Areas and accuracies of the classes, with intervals</source>
      <translation>Flächen und Genauigkeiten der Klassen mit Intervallen</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Warnungen</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Flächen</translation>
    </message>
    <message>
      <source>Accuracies</source>
      <translation>Genauigkeiten</translation>
    </message>
    <message>
      <source>Error matrix, in shares of the area</source>
      <translation>Fehlermatrix, in Anteilen der Fläche</translation>
    </message>
    <message>
      <source>How this was found</source>
      <translation>Wie das ermittelt wurde</translation>
    </message>
    <message>
      <source>Mapped (ha)</source>
      <translation>Kartiert (ha)</translation>
    </message>
    <message>
      <source>Mapped share</source>
      <translation>Kartierter Anteil</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>Points mapped</source>
      <translation>Punkte laut Karte</translation>
    </message>
    <message>
      <source>Points seen</source>
      <translation>Gesehene Punkte</translation>
    </message>
    <message>
      <source>map \ seen</source>
      <translation>Karte \ gesehen</translation>
    </message>
    <message>
      <source>sum</source>
      <translation>Summe</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <source>{name} could not be written: {reason}</source>
      <translation>{name} konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>check the folder and the disk</source>
      <translation>prüfen Sie Ordner und Festplatte</translation>
    </message>
    <message>
      <source>expected points that were drawn at random; {name} does not say how many pixels each of its points stands for (no {missing}). Labels stand where somebody chose to click, and so tell nothing of the rest of the map</source>
      <translation>erwartet: zufällig gezogene Punkte; {name} sagt nicht, für wie viele Pixel jeder seiner Punkte steht (es fehlt: {missing}). Labels stehen, wo jemand klicken wollte, und sagen deshalb nichts über den Rest der Karte</translation>
    </message>
    <message>
      <source>draw a sample: engine sample MAP --out SAMPLE.gpkg, and answer its points</source>
      <translation>ziehen Sie auf der Seite „Genauigkeit“ des Docks eine Stichprobe, und beantworten Sie ihre Punkte</translation>
    </message>
    <message>
      <source>a point has lost its place</source>
      <translation>ein Punkt hat keinen Ort mehr</translation>
    </message>
    <message>
      <source>{drawn:,} points were drawn, {there:,} are there</source>
      <translation>{drawn:,} Punkte wurden gezogen, {there:,} sind da</translation>
    </message>
    <message>
      <source>its fields id, stratum, stratum_px or stratum_m2 were edited</source>
      <translation>ihre Felder id, stratum, stratum_px oder stratum_m2 wurden geändert</translation>
    </message>
    <message>
      <source>{name} is no longer the sample that was drawn: {how}</source>
      <translation>{name} ist nicht mehr die Stichprobe, die gezogen wurde: {how}</translation>
    </message>
    <message>
      <source>take the file as `engine sample` wrote it; only the fields answer and skipped may change</source>
      <translation>nehmen Sie die Datei, wie sie gezogen wurde; nur die Felder answer und skipped dürfen sich ändern</translation>
    </message>
    <message>
      <source>no band is in both scenes: {first}; {second}</source>
      <translation>kein Kanal ist in beiden Szenen: {first}; {second}</translation>
    </message>
    <message>
      <source>give two scenes with the same bands, or say what they are with --bands</source>
      <translation>geben Sie zwei Szenen mit denselben Kanälen an, oder sagen Sie unter {Bands}, was sie sind</translation>
    </message>
    <message>
      <source>both dates hold the same values</source>
      <translation>beide Aufnahmen enthalten dieselben Werte</translation>
    </message>
    <message>
      <source>give another date: one is a copy of the other</source>
      <translation>geben Sie eine andere Aufnahme an: Eine ist die Kopie der anderen</translation>
    </message>
    <message>
      <source>expected two scenes of one sensor; found {first} and {second}</source>
      <translation>zwei Szenen eines Sensors erwartet; gefunden: {first} und {second}</translation>
    </message>
    <message>
      <source>give two scenes of one sensor, or LABELS with classes of the ground, which are mapped on each date</source>
      <translation>geben Sie zwei Aufnahmen eines Sensors an, oder Labels mit Klassen des Bodens, die für jede Aufnahme kartiert werden</translation>
    </message>
    <message>
      <source>expected {wanted}, as in the first scene; found {found}</source>
      <translation>erwartet: {wanted} wie in der ersten Szene; gefunden: {found}</translation>
    </message>
    <message>
      <source>give scenes with the same kind of numbers, or say what they are with --units</source>
      <translation>geben Sie Szenen mit Werten derselben Art an, oder wählen Sie deren Einheit unter {Units}</translation>
    </message>
    <message>
      <source>The class name {name} has characters that cannot be written: it became '{written}'.</source>
      <translation>Der Klassenname {name} enthält Zeichen, die sich nicht schreiben lassen: Er wurde zu „{written}“.</translation>
    </message>
    <message>
      <source>expected a whole number from 0 to {highest} as the value of '{name}'; found {value}</source>
      <translation>erwartet: eine ganze Zahl von 0 bis {highest} als Wert von „{name}“; gefunden: {value}</translation>
    </message>
    <message>
      <source>give --values NAME=NUMBER</source>
      <translation>geben Sie jeder Klasse eine ganze Zahl von 1 bis 255</translation>
    </message>
    <message>
      <source>the classes '{one}' and '{other}' have the same value {value}</source>
      <translation>die Klassen „{one}“ und „{other}“ haben denselben Wert {value}</translation>
    </message>
    <message>
      <source>give each class a value of its own: --values NAME=NUMBER</source>
      <translation>geben Sie jeder Klasse einen eigenen Wert</translation>
    </message>
    <message>
      <source>{classes} classes do not fit into a map of bytes, which also needs a value for nodata</source>
      <translation>{classes} Klassen passen nicht in eine Karte aus Bytes, die auch einen Wert für Nodata braucht</translation>
    </message>
    <message>
      <source>merge some classes: {most} fit</source>
      <translation>führen Sie einige Klassen zusammen: {most} passen</translation>
    </message>
    <message>
      <source>expected a colour like #0072B2 for '{name}'; found '{colour}'</source>
      <translation>erwartet: eine Farbe wie #0072B2 für „{name}“; gefunden: „{colour}“</translation>
    </message>
    <message>
      <source>give --colours NAME=#RRGGBB</source>
      <translation>wählen Sie in der Liste der Klassen eine andere Farbe</translation>
    </message>
    <message>
      <source>expected a minimum area with its unit, such as 0.5ha; found '{text}'</source>
      <translation>erwartet wird eine Mindestfläche mit Einheit, etwa 0.5ha; gefunden wurde „{text}“</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, 5000m2 or 20px</source>
      <translation>schreiben Sie 0.5ha, 5000m2 oder 20px</translation>
    </message>
    <message>
      <source>the class {name} would become two classes</source>
      <translation>die Klasse {name} würde zu zwei Klassen</translation>
    </message>
    <message>
      <source>name it once in --merge</source>
      <translation>nennen Sie sie nur einmal</translation>
    </message>
    <message>
      <source>the map has a class {name} already</source>
      <translation>die Karte hat schon eine Klasse {name}</translation>
    </message>
    <message>
      <source>add it: --merge {name}={name}+…, or give the new class another name</source>
      <translation>nehmen Sie sie hinzu: {name}={name}+…, oder nennen Sie die neue Klasse anders</translation>
    </message>
    <message>
      <source>the map has no class {name}</source>
      <translation>die Karte hat keine Klasse {name}</translation>
    </message>
    <message>
      <source>its classes are {names}</source>
      <translation>ihre Klassen sind {names}</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>{changed:.1%} of the map have another class than before</source>
      <translation>{changed:.1%} der Karte haben eine andere Klasse als zuvor</translation>
    </message>
    <message>
      <source>{map}, cleaned</source>
      <translation>{map}, bereinigt</translation>
    </message>
    <message>
      <source>Minimum area: {size}. {created}</source>
      <translation>Mindestfläche: {size}. {created}</translation>
    </message>
    <message>
      <source>The middle of the map, before and after</source>
      <translation>Die Mitte der Karte, vorher und nachher</translation>
    </message>
    <message>
      <source>Before (ha)</source>
      <translation>Vorher (ha)</translation>
    </message>
    <message>
      <source>After (ha)</source>
      <translation>Nachher (ha)</translation>
    </message>
    <message>
      <source>Before (pixels)</source>
      <translation>Vorher (Pixel)</translation>
    </message>
    <message>
      <source>After (pixels)</source>
      <translation>Nachher (Pixel)</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Made of</source>
      <translation>Besteht aus</translation>
    </message>
    <message>
      <source>expected a device of {devices}; found '{name}'</source>
      <translation>erwartet: eines der Geräte {devices}; gefunden: „{name}“</translation>
    </message>
    <message>
      <source>give one of them to --device, or cuda:1 for the second of several</source>
      <translation>wählen Sie eines davon</translation>
    </message>
    <message>
      <source>use --device auto or --device cpu; `engine doctor` tells what torch finds</source>
      <translation>stellen Sie das Gerät auf auto oder cpu; die Einrichtungsseite (⚙) kopiert die Diagnose</translation>
    </message>
    <message>
      <source>{name} was asked for and computed a matrix product</source>
      <translation>{name} wurde verlangt und hat ein Matrixprodukt berechnet</translation>
    </message>
    <message>
      <source>{name} computed a matrix product</source>
      <translation>{name} hat ein Matrixprodukt berechnet</translation>
    </message>
    <message>
      <source>reinstall torch; `engine doctor` tells what it finds</source>
      <translation>installieren Sie torch neu; die Einrichtungsseite (⚙) kopiert die Diagnose</translation>
    </message>
    <message>
      <source>no {kind} device found by torch {version}</source>
      <translation>torch {version} findet kein {kind}-Gerät</translation>
    </message>
    <message>
      <source>torch finds {devices}, counted from 0; {kind} is not among them</source>
      <translation>torch findet {devices}, von 0 an gezählt; {kind} ist nicht darunter</translation>
    </message>
    <message>
      <source>1 CUDA device</source>
      <translation>1 CUDA-Gerät</translation>
    </message>
    <message>
      <source>{count} CUDA devices</source>
      <translation>{count} CUDA-Geräte</translation>
    </message>
    <message>
      <source>the {kind} device failed at a matrix product: {error}</source>
      <translation>das {kind}-Gerät ist an einem Matrixprodukt gescheitert: {error}</translation>
    </message>
    <message>
      <source>the {kind} device computed a wrong matrix product</source>
      <translation>das {kind}-Gerät hat ein falsches Matrixprodukt berechnet</translation>
    </message>
    <message>
      <source>the memory of {device} does not hold one tile of the scene</source>
      <translation>der Speicher von {device} fasst keine Kachel der Szene</translation>
    </message>
    <message>
      <source>close other programs on the device, or --device cpu</source>
      <translation>schließen Sie andere Programme auf dem Gerät, oder stellen Sie das Gerät auf cpu</translation>
    </message>
    <message>
      <source>{name} has no labelled pixel</source>
      <translation>{name} hat keinen gelabelten Pixel</translation>
    </message>
    <message>
      <source>label at least two classes</source>
      <translation>setzen Sie Labels von mindestens zwei Klassen</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike anything you labelled: label there</source>
      <translation>{share:.0%} der Szene ähneln nichts, was gelabelt ist: Dort labeln</translation>
    </message>
    <message>
      <source>{count} classes have fewer than {least} labelled pixels: {names}</source>
      <translation>{count} Klassen haben weniger als {least} gelabelte Pixel: {names}</translation>
    </message>
    <message>
      <source>{count} classes cannot be checked until they are labelled in a second place: {names}</source>
      <translation>{count} Klassen lassen sich erst prüfen, wenn sie an einem zweiten Ort Labels haben: {names}</translation>
    </message>
    <message>
      <source>1 labelled pixel</source>
      <translation>1 gelabelten Pixel</translation>
    </message>
    <message>
      <source>{count} labelled pixels</source>
      <translation>{count} gelabelte Pixel</translation>
    </message>
    <message>
      <source>{name} has only {pixels}: label at least {least}</source>
      <translation>{name} hat nur {pixels}: Setzen Sie mindestens {least}</translation>
    </message>
    <message>
      <source>{name} has {count:,} labelled pixels: {most:,} of them, from all its polygons, were used</source>
      <translation>{name} hat {count:,} gelabelte Pixel: {most:,} davon, aus allen Polygonen, wurden verwendet</translation>
    </message>
    <message>
      <source>{name} cannot be checked: label it in a second place</source>
      <translation>{name} lässt sich nicht prüfen: Setzen Sie Labels an einem zweiten Ort</translation>
    </message>
    <message>
      <source>{name} is mistaken for {other} more often than it is recognised: add labels where they differ</source>
      <translation>{name} wird öfter für {other} gehalten als erkannt: Setzen Sie Labels, wo sich beide unterscheiden</translation>
    </message>
    <message>
      <source>the labels are one-sided: {most} has {many:,} pixels, {least} {few:,}; add labels of {least}</source>
      <translation>die Labels sind einseitig: {most} hat {many:,} Pixel, {least} {few:,}; setzen Sie mehr Labels von {least}</translation>
    </message>
    <message>
      <source>{name} has only 1 label: label {more} more</source>
      <translation>{name} hat nur 1 Label: Setzen Sie {more} weitere</translation>
    </message>
    <message>
      <source>{name} has only {count} labels: label {more} more</source>
      <translation>{name} hat nur {count} Labels: Setzen Sie {more} weitere</translation>
    </message>
    <message>
      <source>the map cannot be checked yet: label each class in two or more places</source>
      <translation>die Karte lässt sich noch nicht prüfen: Setzen Sie Labels jeder Klasse an zwei oder mehr Orten</translation>
    </message>
    <message>
      <source>{one} and {other} are confused: label {more} more of each</source>
      <translation>{one} und {other} werden verwechselt: Setzen Sie je {more} weitere Labels</translation>
    </message>
    <message>
      <source>{name} does not hold what was learnt from labels ({error})</source>
      <translation>{name} enthält nicht, was aus Labels gelernt wurde ({error})</translation>
    </message>
    <message>
      <source>make it again</source>
      <translation>erstellen Sie es neu</translation>
    </message>
    <message>
      <source>{name} was saved by an earlier version, which described several sources in another way</source>
      <translation>{name} wurde von einer früheren Version gespeichert, die mehrere Quellen anders beschrieb</translation>
    </message>
    <message>
      <source>classify with its labels again, and save the model anew</source>
      <translation>klassifizieren Sie noch einmal mit den Labels, und speichern Sie das Modell neu</translation>
    </message>
    <message>
      <source>macro-F1 {macro_f1:.2f} ({low:.2f} to {high:.2f}), overall accuracy {overall:.2f}</source>
      <translation>Makro-F1 {macro_f1:.2f} ({low:.2f} bis {high:.2f}), Gesamtgenauigkeit {overall:.2f}</translation>
    </message>
    <message>
      <source>{distance:,.0f} pixels</source>
      <translation>{distance:,.0f} Pixeln</translation>
    </message>
    <message>
      <source>{distance:,.0f} km</source>
      <translation>{distance:,.0f} km</translation>
    </message>
    <message>
      <source>{distance:,.0f} m</source>
      <translation>{distance:,.0f} m</translation>
    </message>
    <message>
      <source>not checked: no class has labels in two places</source>
      <translation>nicht geprüft: Keine Klasse hat Labels an zwei Orten</translation>
    </message>
    <message>
      <source>{checked} of {classes} classes checked</source>
      <translation>{checked} von {classes} Klassen geprüft</translation>
    </message>
    <message>
      <source>1 held-out label</source>
      <translation>1 ausgelassenes Label</translation>
    </message>
    <message>
      <source>{count:,} held-out labels</source>
      <translation>{count:,} ausgelassene Labels</translation>
    </message>
    <message>
      <source>{labels} of scenes held out as a whole</source>
      <translation>{labels} aus Szenen, die als Ganzes ausgelassen wurden</translation>
    </message>
    <message>
      <source>{score}, {told}, {labels}</source>
      <translation>{score}, {told}, {labels}</translation>
    </message>
    <message>
      <source>within {distance} of the labels, which is {area} % of the map: {score}, {told}, {labels}; how good the rest is cannot be known: label there</source>
      <translation>bis {distance} von den Labels entfernt, das sind {area} % der Karte: {score}, {told}, {labels}; wie gut der Rest ist, kann niemand wissen: Dort labeln</translation>
    </message>
    <message>
      <source>{told} with {area} % of the mapped area</source>
      <translation>{told} mit {area} % der kartierten Fläche</translation>
    </message>
    <message>
      <source>no overall score: {told}; {least:g} % of the classes and of the area are needed</source>
      <translation>keine Gesamtbewertung: {told}; nötig sind {least:g} % der Klassen und der Fläche</translation>
    </message>
    <message>
      <source>a folder, not a raster</source>
      <translation>ein Ordner, kein Raster</translation>
    </message>
    <message>
      <source>an archive, not a raster</source>
      <translation>ein Archiv, kein Raster</translation>
    </message>
    <message>
      <source>an archive that is cut off or damaged</source>
      <translation>ein Archiv, das abgeschnitten oder beschädigt ist</translation>
    </message>
    <message>
      <source>{name} is {what}</source>
      <translation>{name} ist {what}</translation>
    </message>
    <message>
      <source>copy or download it again</source>
      <translation>kopieren oder laden Sie die Datei erneut</translation>
    </message>
    <message>
      <source>{name} is {what}, and no raster in it can be opened</source>
      <translation>{name} ist {what}, und kein Raster darin lässt sich öffnen</translation>
    </message>
    <message>
      <source>unpack it, and give the raster itself</source>
      <translation>entpacken Sie es, und geben Sie das Raster selbst an</translation>
    </message>
    <message>
      <source>{join}; or {give}</source>
      <translation>{join}; oder {give}</translation>
    </message>
    <message>
      <source>give the raster itself</source>
      <translation>geben Sie das Raster selbst an</translation>
    </message>
    <message>
      <source>give one of {names}</source>
      <translation>geben Sie eines davon an: {names}</translation>
    </message>
    <message>
      <source>give {name}</source>
      <translation>geben Sie {name} an</translation>
    </message>
    <message>
      <source>{names} ({more} more)</source>
      <translation>{names} ({more} weitere)</translation>
    </message>
    <message>
      <source>join the bands: {command}, and add --bands {bands}</source>
      <translation>verbinden Sie die Kanäle mit Raster &gt; Sonstiges &gt; Virtuelles Raster generieren, jede Datei als eigenen Kanal; sie sind {bands}</translation>
    </message>
    <message>
      <source>a file of several rasters</source>
      <translation>eine Datei mit mehreren Rastern</translation>
    </message>
    <message>
      <source>{name} holds {count} more rasters, which are not read: {give}</source>
      <translation>{name} enthält {count} weitere Raster, die nicht gelesen werden: {give}</translation>
    </message>
    <message>
      <source>{name} has {count} pages, and only the first is read: name another one as {second}</source>
      <translation>{name} hat {count} Seiten, und nur die erste wird gelesen: Nennen Sie eine andere als {second}</translation>
    </message>
    <message>
      <source>{give}, or join them: {command}</source>
      <translation>{give}, oder verbinden Sie sie: {command}</translation>
    </message>
    <message>
      <source>no such file: {name}</source>
      <translation>es gibt keine Datei {name}</translation>
    </message>
    <message>
      <source>check the path of the scene</source>
      <translation>prüfen Sie den Pfad der Szene</translation>
    </message>
    <message>
      <source>{name} holds complex numbers</source>
      <translation>{name} enthält komplexe Zahlen</translation>
    </message>
    <message>
      <source>give detected data (amplitude, power or dB) instead</source>
      <translation>geben Sie stattdessen detektierte Daten an (Amplitude, Leistung oder dB)</translation>
    </message>
    <message>
      <source>{name} is cut off: its header promises more pixels than the file holds</source>
      <translation>{name} ist abgeschnitten: Der Kopf der Datei verspricht mehr Pixel, als sie enthält</translation>
    </message>
    <message>
      <source>{name} is not on a grid: it is placed by {placement}</source>
      <translation>{name} liegt auf keinem Gitter: Die Lage ergibt sich aus {placement}</translation>
    </message>
    <message>
      <source>{name} has a grid without area: its geotransform cannot be inverted</source>
      <translation>{name} hat ein Gitter ohne Fläche: Die Geotransformation lässt sich nicht umkehren</translation>
    </message>
    <message>
      <source>assign the geotransform again</source>
      <translation>weisen Sie die Geotransformation erneut zu</translation>
    </message>
    <message>
      <source>'{short}' is no reference system</source>
      <translation>„{short}“ ist kein Koordinatenbezugssystem</translation>
    </message>
    <message>
      <source>give --crs EPSG:32633, or one as WKT</source>
      <translation>setzen Sie das KBS der Szene mit Layer &gt; KBS von Layer(n) setzen</translation>
    </message>
    <message>
      <source>the name {name} is not in UTF-8</source>
      <translation>der Name {name} ist nicht in UTF-8</translation>
    </message>
    <message>
      <source>rename the file or its folder</source>
      <translation>benennen Sie die Datei oder ihren Ordner um</translation>
    </message>
    <message>
      <source>a geotransform</source>
      <translation>einer Geotransformation</translation>
    </message>
    <message>
      <source>nothing: positions are pixel coordinates</source>
      <translation>nichts: Lagen sind Pixelkoordinaten</translation>
    </message>
    <message>
      <source>{count} ground control points in {crs}</source>
      <translation>{count} Passpunkten in {crs}</translation>
    </message>
    <message>
      <source>an unknown CRS</source>
      <translation>einem unbekannten KBS</translation>
    </message>
    <message>
      <source>an RPC model (rational polynomial coefficients)</source>
      <translation>einem RPC-Modell (rationale Polynomkoeffizienten)</translation>
    </message>
    <message>
      <source>geolocation arrays, which hold a longitude and a latitude for each pixel</source>
      <translation>Geolokationsfeldern, die Länge und Breite jedes Pixels enthalten</translation>
    </message>
    <message>
      <source>{count} points are needed at least: add some, then {command}</source>
      <translation>mindestens {count} Punkte sind nötig: Fügen Sie einige hinzu, dann {command}</translation>
    </message>
    <message>
      <source>put it on a grid first: {command} ({remark})</source>
      <translation>legen Sie sie zuerst auf ein Gitter: {command} ({remark})</translation>
    </message>
    <message>
      <source>put it on a grid first: {command}</source>
      <translation>legen Sie sie zuerst auf ein Gitter: {command}</translation>
    </message>
    <message>
      <source>its points name no CRS: add -s_srs with theirs, and -t_srs EPSG:N with the one you want</source>
      <translation>ihre Punkte nennen kein KBS: Fügen Sie -s_srs mit dem ihren hinzu und -t_srs EPSG:N mit dem gewünschten</translation>
    </message>
    <message>
      <source>better: with the EPSG code of a projected CRS of the place</source>
      <translation>besser: mit dem EPSG-Code eines projizierten KBS des Ortes</translation>
    </message>
    <message>
      <source>not a readable raster: {name} ({why})</source>
      <translation>kein lesbares Raster: {name} ({why})</translation>
    </message>
    <message>
      <source>{mend}, or build its overviews again with gdaladdo</source>
      <translation>{mend}, oder bauen Sie die Übersichten mit gdaladdo neu auf</translation>
    </message>
    <message>
      <source>cannot read {part} of {name} ({why})</source>
      <translation>{part} von {name} lassen sich nicht lesen ({why})</translation>
    </message>
    <message>
      <source>{mend}, or --skip-damaged to do without these</source>
      <translation>{mend}, oder verzichten Sie darauf: {SkipDamaged}</translation>
    </message>
    <message>
      <source>cannot read {name}: {why}</source>
      <translation>{name} lässt sich nicht lesen: {why}</translation>
    </message>
    <message>
      <source>see whether `gdalinfo {name}` can read it, and what it says</source>
      <translation>sehen Sie unter Information in den Layereigenschaften nach, ob QGIS die Datei lesen kann</translation>
    </message>
    <message>
      <source>not enough memory</source>
      <translation>nicht genug Arbeitsspeicher</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller --extent</source>
      <translation>schließen Sie andere Programme, oder wählen Sie unter {Extent} ein kleineres Gebiet</translation>
    </message>
    <message>
      <source>the compression {name}</source>
      <translation>die Kompression {name}</translation>
    </message>
    <message>
      <source>the format {name}</source>
      <translation>das Format {name}</translation>
    </message>
    <message>
      <source>permission denied: {path}</source>
      <translation>Zugriff verweigert: {path}</translation>
    </message>
    <message>
      <source>move the file back to that place, or build the description again where the files are now (gdalbuildvrt)</source>
      <translation>bringen Sie die Datei an diesen Ort zurück, oder erzeugen Sie die Beschreibung dort neu, wo die Dateien jetzt sind (gdalbuildvrt)</translation>
    </message>
    <message>
      <source>it reads band {band} of {file}, which has no such band</source>
      <translation>es liest Kanal {band} von {file}, und einen solchen Kanal gibt es dort nicht</translation>
    </message>
    <message>
      <source>give the right file its place back, or build the VRT again (gdalbuildvrt)</source>
      <translation>legen Sie die richtige Datei an ihren Ort zurück, oder erzeugen Sie das VRT neu (gdalbuildvrt)</translation>
    </message>
    <message>
      <source>it is only the header of a raster</source>
      <translation>es ist nur der Header eines Rasters</translation>
    </message>
    <message>
      <source>give the data beside it: {data}</source>
      <translation>geben Sie die Daten daneben an: {data}</translation>
    </message>
    <message>
      <source>it is the header of a raster, and its data file is missing</source>
      <translation>es ist der Header eines Rasters, dessen Datendatei fehlt</translation>
    </message>
    <message>
      <source>put {file} beside it</source>
      <translation>legen Sie {file} daneben</translation>
    </message>
    <message>
      <source>copy all files of the shapefile: .shp, .shx, .dbf and .prj</source>
      <translation>kopieren Sie alle Dateien des Shapefiles: .shp, .shx, .dbf und .prj</translation>
    </message>
    <message>
      <source>a part of it is missing: {path}</source>
      <translation>ein Teil davon fehlt: {path}</translation>
    </message>
    <message>
      <source>it reads another file, which is not there; it looks for it at {at}</source>
      <translation>es liest eine andere Datei, die es nicht gibt; gesucht wird sie unter {at}</translation>
    </message>
    <message>
      <source>check the name inside it; if that is right, copy or download {file} again</source>
      <translation>prüfen Sie den Namen darin; stimmt er, kopieren oder laden Sie {file} erneut</translation>
    </message>
    <message>
      <source>{file} is damaged or holds nothing of that name</source>
      <translation>{file} ist beschädigt oder enthält nichts dieses Namens</translation>
    </message>
    <message>
      <source>there is no such file</source>
      <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
      <source>it reads {path}, and {why}</source>
      <translation>es liest {path}, und {why}</translation>
    </message>
    <message>
      <source>its XML is cut off or damaged: {said}</source>
      <translation>das XML ist abgeschnitten oder beschädigt: {said}</translation>
    </message>
    <message>
      <source>delete {beside}, or build it again with gdaladdo</source>
      <translation>löschen Sie {beside}, oder erzeugen Sie sie neu mit gdaladdo</translation>
    </message>
    <message>
      <source>its overviews {beside} are damaged</source>
      <translation>die Übersichten {beside} sind beschädigt</translation>
    </message>
    <message>
      <source>copy or download {beside} again</source>
      <translation>kopieren oder laden Sie {beside} erneut</translation>
    </message>
    <message>
      <source>its sidecar {beside} is damaged</source>
      <translation>die Begleitdatei {beside} ist beschädigt</translation>
    </message>
    <message>
      <source>it is cut off or damaged: {said}</source>
      <translation>die Datei ist abgeschnitten oder beschädigt: {said}</translation>
    </message>
    <message>
      <source>its file {file} is cut off or damaged: {said}</source>
      <translation>ihre Datei {file} ist abgeschnitten oder beschädigt: {said}</translation>
    </message>
    <message>
      <source>a database without a raster, perhaps labels</source>
      <translation>eine Datenbank ohne Raster, vielleicht Labels</translation>
    </message>
    <message>
      <source>a shapefile</source>
      <translation>ein Shapefile</translation>
    </message>
    <message>
      <source>a zip archive</source>
      <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
      <source>a gzip archive</source>
      <translation>ein gzip-Archiv</translation>
    </message>
    <message>
      <source>a 7z archive</source>
      <translation>ein 7z-Archiv</translation>
    </message>
    <message>
      <source>a rar archive</source>
      <translation>ein rar-Archiv</translation>
    </message>
    <message>
      <source>nothing but zero bytes, as an unfinished copy is</source>
      <translation>nichts als Nullbytes, wie eine unvollendete Kopie</translation>
    </message>
    <message>
      <source>give a raster that GDAL can open, e.g. a GeoTIFF</source>
      <translation>geben Sie ein Raster an, das GDAL öffnen kann, z. B. ein GeoTIFF</translation>
    </message>
    <message>
      <source>give the raster here; labels are a file of their own</source>
      <translation>geben Sie hier das Raster an; Labels sind eine eigene Datei</translation>
    </message>
    <message>
      <source>unpack it and give a raster of it, or name the one inside: /vsizip/ARCHIVE.zip/NAME.tif</source>
      <translation>entpacken Sie es und geben Sie ein Raster daraus an, oder nennen Sie das darin: /vsizip/ARCHIV.zip/NAME.tif</translation>
    </message>
    <message>
      <source>{again}: perhaps this is what a server answered instead of the file</source>
      <translation>{again}: Vielleicht ist dies die Antwort eines Servers statt der Datei</translation>
    </message>
    <message>
      <source>permission denied</source>
      <translation>Zugriff verweigert</translation>
    </message>
    <message>
      <source>open the address in a browser: perhaps it leads to a page, or asks to sign in</source>
      <translation>öffnen Sie die Adresse im Browser: Vielleicht führt sie zu einer Seite oder verlangt eine Anmeldung</translation>
    </message>
    <message>
      <source>what the server sends is no raster</source>
      <translation>was der Server schickt, ist kein Raster</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>es ist ein Ordner</translation>
    </message>
    <message>
      <source>give one file in it</source>
      <translation>geben Sie eine Datei daraus an</translation>
    </message>
    <message>
      <source>it is no file</source>
      <translation>es ist keine Datei</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>die Datei ist leer</translation>
    </message>
    <message>
      <source>a vector file</source>
      <translation>eine Vektordatei</translation>
    </message>
    <message>
      <source>its header {header} is missing</source>
      <translation>der Header {header} fehlt</translation>
    </message>
    <message>
      <source>a {kind} file that is cut off or damaged</source>
      <translation>eine {kind}-Datei, die abgeschnitten oder beschädigt ist</translation>
    </message>
    <message>
      <source>it is {what}</source>
      <translation>es ist {what}</translation>
    </message>
    <message>
      <source>it has no format that GDAL knows</source>
      <translation>es hat kein Format, das GDAL kennt</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>eine Webseite</translation>
    </message>
    <message>
      <source>an XML text</source>
      <translation>ein XML-Text</translation>
    </message>
    <message>
      <source>a JSON text</source>
      <translation>ein JSON-Text</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>ein Text</translation>
    </message>
    <message>
      <source>ask for the right to read it, or copy it to where you have it</source>
      <translation>bitten Sie um das Leserecht, oder kopieren Sie die Datei dorthin, wo Sie es haben</translation>
    </message>
    <message>
      <source>it has {what}, which this build of GDAL cannot read</source>
      <translation>es hat {what}; dieser Build von GDAL kann das nicht lesen</translation>
    </message>
    <message>
      <source>convert it with a GDAL that can read it, such as that of QGIS or OSGeo4W: gdal_translate {name} copy.tif</source>
      <translation>wandeln Sie es mit einem GDAL um, das es lesen kann, etwa dem von QGIS oder OSGeo4W: gdal_translate {name} copy.tif</translation>
    </message>
    <message>
      <source>GDAL gave no reason</source>
      <translation>GDAL hat keinen Grund genannt</translation>
    </message>
    <message>
      <source>try again later, or download the file and give the copy</source>
      <translation>versuchen Sie es später erneut, oder laden Sie die Datei herunter und geben die Kopie an</translation>
    </message>
    <message>
      <source>check the address and the network connection</source>
      <translation>prüfen Sie die Adresse und die Netzwerkverbindung</translation>
    </message>
    <message>
      <source>too many requests</source>
      <translation>zu viele Anfragen</translation>
    </message>
    <message>
      <source>internal error</source>
      <translation>interner Fehler</translation>
    </message>
    <message>
      <source>bad gateway</source>
      <translation>fehlerhaftes Gateway</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>ausgelastet</translation>
    </message>
    <message>
      <source>gateway timeout</source>
      <translation>Zeitüberschreitung am Gateway</translation>
    </message>
    <message>
      <source>{host} gave no answer when asked for {file} beside it</source>
      <translation>{host} gab keine Antwort auf die Frage nach {file} daneben</translation>
    </message>
    <message>
      <source>{host} answered {code} when asked for {file} beside it</source>
      <translation>{host} antwortete {code} auf die Frage nach {file} daneben</translation>
    </message>
    <message>
      <source>{host} refuses access ({code})</source>
      <translation>{host} verweigert den Zugriff ({code})</translation>
    </message>
    <message>
      <source>{host} has no such file ({code})</source>
      <translation>{host} hat keine solche Datei ({code})</translation>
    </message>
    <message>
      <source>check the address of the file</source>
      <translation>prüfen Sie die Adresse der Datei</translation>
    </message>
    <message>
      <source>{host} answered {code} ({busy}), also when asked again</source>
      <translation>{host} antwortete {code} ({busy}), auch auf erneute Anfrage</translation>
    </message>
    <message>
      <source>{host} answered {code}</source>
      <translation>{host} antwortete {code}</translation>
    </message>
    <message>
      <source>there is no address for {host}</source>
      <translation>es gibt keine Adresse für {host}</translation>
    </message>
    <message>
      <source>{address}; behind a proxy, set GDAL_HTTP_PROXY=host:port</source>
      <translation>{address}; hinter einem Proxy setzen Sie GDAL_HTTP_PROXY=host:port</translation>
    </message>
    <message>
      <source>its time</source>
      <translation>der vorgesehenen Zeit</translation>
    </message>
    <message>
      <source>{host} did not answer within {seconds}</source>
      <translation>{host} antwortete nicht innerhalb von {seconds}</translation>
    </message>
    <message>
      <source>{again}; to wait longer, set {patience}=60</source>
      <translation>{again}; um länger zu warten, setzen Sie {patience}=60</translation>
    </message>
    <message>
      <source>check this computer's clock; for a certificate of your own organisation set CURL_CA_BUNDLE=FILE.pem</source>
      <translation>prüfen Sie die Uhr dieses Rechners; für ein Zertifikat der eigenen Organisation setzen Sie CURL_CA_BUNDLE=DATEI.pem</translation>
    </message>
    <message>
      <source>the certificate of {host} is not trusted ({text})</source>
      <translation>dem Zertifikat wird nicht vertraut: {host} ({text})</translation>
    </message>
    <message>
      <source>no secure connection to {host} ({text})</source>
      <translation>keine sichere Verbindung: {host} ({text})</translation>
    </message>
    <message>
      <source>check the address: does the server speak https?</source>
      <translation>prüfen Sie die Adresse: Spricht der Server https?</translation>
    </message>
    <message>
      <source>{host} cannot be reached</source>
      <translation>{host} ist nicht erreichbar</translation>
    </message>
    <message>
      <source>{address}, and whether the server runs</source>
      <translation>{address}, und ob der Server läuft</translation>
    </message>
    <message>
      <source>{host} broke off the transfer ({text})</source>
      <translation>{host} hat die Übertragung abgebrochen ({text})</translation>
    </message>
    <message>
      <source>no reason given</source>
      <translation>ohne Angabe eines Grundes</translation>
    </message>
    <message>
      <source>the server {name}</source>
      <translation>der Server {name}</translation>
    </message>
    <message>
      <source>the storage {name}://</source>
      <translation>der Speicher {name}://</translation>
    </message>
    <message>
      <source>the server</source>
      <translation>der Server</translation>
    </message>
    <message>
      <source>set {keys} if it is public</source>
      <translation>setzen Sie {keys}, falls er öffentlich ist</translation>
    </message>
    <message>
      <source>set {keys}</source>
      <translation>setzen Sie {keys}</translation>
    </message>
    <message>
      <source>sign in with GDAL_HTTP_USERPWD=name:password; an address with a signature may have expired: get a new one</source>
      <translation>melden Sie sich mit GDAL_HTTP_USERPWD=name:passwort an; eine Adresse mit Signatur ist vielleicht abgelaufen: Holen Sie eine neue</translation>
    </message>
    <message>
      <source>the storage {name}:// asks for a key, and none is given</source>
      <translation>der Speicher {name}:// verlangt einen Schlüssel, und keiner ist angegeben</translation>
    </message>
    <message>
      <source>the storage {name}:// refuses access</source>
      <translation>der Speicher {name}:// verweigert den Zugriff</translation>
    </message>
    <message>
      <source>the storage {name}:// has no such file</source>
      <translation>der Speicher {name}:// hat keine solche Datei</translation>
    </message>
    <message>
      <source>check the names of the bucket and the file</source>
      <translation>prüfen Sie die Namen von Bucket und Datei</translation>
    </message>
    <message>
      <source>expected a precision of {precisions}; found '{precision}'</source>
      <translation>erwartet: eine der Genauigkeiten {precisions}; gefunden: „{precision}“</translation>
    </message>
    <message>
      <source>give one of them to --precision</source>
      <translation>wählen Sie unter {Precision} eine davon</translation>
    </message>
    <message>
      <source>the device does not compute in {precision}</source>
      <translation>das Gerät rechnet nicht in {precision}</translation>
    </message>
    <message>
      <source>use --precision auto</source>
      <translation>wählen Sie auto unter {Precision}</translation>
    </message>
    <message>
      <source>no job is called '{kind}'</source>
      <translation>es gibt keinen Job „{kind}“</translation>
    </message>
    <message>
      <source>install the package that provides it, e.g. ofa-engine[train]</source>
      <translation>installieren Sie das Paket, das ihn bereitstellt, z. B. ofa-engine[train]</translation>
    </message>
    <message>
      <source>the model alone</source>
      <translation>das Modell allein</translation>
    </message>
    <message>
      <source>the model, reading and writing alone</source>
      <translation>Modell, Lesen und Schreiben je für sich</translation>
    </message>
    <message>
      <source>Change does not stand apart from chance: the map shows what has changed most, and that may be nothing.</source>
      <translation>Veränderung hebt sich nicht vom Zufall ab: die Karte zeigt, was sich am meisten verändert hat, und das kann nichts sein.</translation>
    </message>
    <message>
      <source>too few pixels hold data on both dates</source>
      <translation>zu wenige Pixel haben in beiden Aufnahmen Daten</translation>
    </message>
    <message>
      <source>give scenes that share more of the place</source>
      <translation>geben Sie Szenen an, die sich mehr überdecken</translation>
    </message>
    <message>
      <source>Compared by {bands}. Only one date has {others}.</source>
      <translation>Verglichen nach {bands}. Nur ein Datum hat {others}.</translation>
    </message>
    <message>
      <source>a class field, a raster of confidence and a table of transitions need labels</source>
      <translation>ein Klassenfeld, ein Raster der Konfidenz und eine Tabelle der Übergänge brauchen Labels</translation>
    </message>
    <message>
      <source>give labels after the two dates, or leave these out</source>
      <translation>geben Sie Labels an, oder lassen Sie diese weg</translation>
    </message>
    <message>
      <source>a chip is read as a whole</source>
      <translation>ein Ausschnitt wird als Ganzes gelesen</translation>
    </message>
    <message>
      <source>leave out --extent</source>
      <translation>lassen Sie {Extent} leer</translation>
    </message>
    <message>
      <source>see `engine inspect` of one of them</source>
      <translation>sehen Sie sich einen davon mit {Inspect} an</translation>
    </message>
    <message>
      <source>no chip can be read; the first: {why}</source>
      <translation>kein Ausschnitt lässt sich lesen; der erste: {why}</translation>
    </message>
    <message>
      <source>{count:,} of {whole:,} chips could not be read; the table says why.</source>
      <translation>{count:,} von {whole:,} Ausschnitten ließen sich nicht lesen; die Tabelle nennt die Gründe.</translation>
    </message>
    <message>
      <source>{band} ({why})</source>
      <translation>{band} ({why})</translation>
    </message>
    <message>
      <source>nothing is to be done to the map</source>
      <translation>mit der Karte soll nichts geschehen</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, --merge crops=wheat+maize or --vector MAP.gpkg</source>
      <translation>geben Sie eine Mindestfläche, zusammengeführte Klassen oder Polygone an</translation>
    </message>
    <message>
      <source>smooth borders are those of polygons</source>
      <translation>glatte Grenzen haben nur Polygone</translation>
    </message>
    <message>
      <source>give --vector MAP.gpkg as well</source>
      <translation>geben Sie auch die Polygone an</translation>
    </message>
    <message>
      <source>expected class values from {least} to {most}; {name} has {value}</source>
      <translation>Klassenwerte von {least} bis {most} werden erwartet; {name} hat {value}</translation>
    </message>
    <message>
      <source>give its classes smaller numbers: gdal_calc --calc</source>
      <translation>geben Sie ihren Klassen kleinere Zahlen: Rasterrechner</translation>
    </message>
    <message>
      <source>merge some with --merge</source>
      <translation>führen Sie einige zusammen</translation>
    </message>
    <message>
      <source>the map has no CRS, so nobody knows how large its pixels are</source>
      <translation>die Karte hat kein KBS, daher weiß niemand, wie groß ihre Pixel sind</translation>
    </message>
    <message>
      <source>give the minimum area in pixels: 20px</source>
      <translation>geben Sie die Mindestfläche in Pixeln an: 20px</translation>
    </message>
    <message>
      <source>the minimum area is {pixels:,.0f} pixels of this map; {most:,} are possible</source>
      <translation>die Mindestfläche sind {pixels:,.0f} Pixel dieser Karte; {most:,} sind möglich</translation>
    </message>
    <message>
      <source>give a smaller area, or a map with larger pixels: gdalwarp -r mode -tr</source>
      <translation>geben Sie eine kleinere Fläche an oder eine Karte mit größeren Pixeln: gdalwarp -r mode -tr</translation>
    </message>
    <message>
      <source>no 32-bit number holds class values from {least} to {most}</source>
      <translation>keine 32-Bit-Zahl fasst Klassenwerte von {least} bis {most}</translation>
    </message>
    <message>
      <source>{pixels:,} pixels are in regions below the minimum area that no larger region touches: they stay.</source>
      <translation>{pixels:,} Pixel liegen in Gebieten unter der Mindestfläche, die kein größeres Gebiet berührt: Sie bleiben.</translation>
    </message>
    <message>
      <source>No region of the class {name} is as large as the minimum area.</source>
      <translation>Kein Gebiet der Klasse {name} ist so groß wie die Mindestfläche.</translation>
    </message>
    <message>
      <source>expected {fewest} to {most} clusters; found {count}</source>
      <translation>{fewest} bis {most} Cluster erwartet, {count} gefunden</translation>
    </message>
    <message>
      <source>give --classes 12</source>
      <translation>12 sind ein guter Anfang</translation>
    </message>
    <message>
      <source>objects per hectare need a scene with a CRS</source>
      <translation>Objekte je Hektar brauchen eine Szene mit KBS</translation>
    </message>
    <message>
      <source>leave out --density, or give --crs</source>
      <translation>lassen Sie die Dichte weg, oder geben Sie das KBS an</translation>
    </message>
    <message>
      <source>no outlined object lies in the area</source>
      <translation>kein umrissenes Objekt liegt im Gebiet</translation>
    </message>
    <message>
      <source>draw the area around outlined objects</source>
      <translation>zeichnen Sie das Gebiet um umrissene Objekte</translation>
    </message>
    <message>
      <source>Left out: {count:,} objects outside the area.</source>
      <translation>Weggelassen: {count:,} Objekte außerhalb des Gebiets.</translation>
    </message>
    <message>
      <source>expected {least} or more outlined objects; found {count}</source>
      <translation>{least} oder mehr umrissene Objekte erwartet; {count} gefunden</translation>
    </message>
    <message>
      <source>outline more of them, ten are a good start</source>
      <translation>umreißen Sie mehr davon, zehn sind ein guter Anfang</translation>
    </message>
    <message>
      <source>expected objects of {least:g} pixels or more across; these have {size:.1f}</source>
      <translation>Objekte von mindestens {least:g} Pixeln Durchmesser erwartet; diese haben {size:.1f}</translation>
    </message>
    <message>
      <source>give a scene with smaller pixels</source>
      <translation>geben Sie eine Szene mit kleineren Pixeln an</translation>
    </message>
    <message>
      <source>all outlined objects lie in one place: they are {apart:.0f} pixels apart at most, and {size:.0f} across</source>
      <translation>alle umrissenen Objekte liegen an einer Stelle: Sie sind höchstens {apart:.0f} Pixel voneinander entfernt und {size:.0f} breit</translation>
    </message>
    <message>
      <source>outline some in other places, too, or correct their size</source>
      <translation>umreißen Sie auch welche an anderen Stellen, oder berichtigen Sie ihre Größe</translation>
    </message>
    <message>
      <source>the scene does not say how large its pixels are, so --size has no meaning</source>
      <translation>die Szene sagt nicht, wie groß ihre Pixel sind, also hat ein Durchmesser in Metern keine Bedeutung</translation>
    </message>
    <message>
      <source>give outlines, or --crs</source>
      <translation>geben Sie Umrisse an, oder das KBS</translation>
    </message>
    <message>
      <source>all outlined objects lie on nodata of the scene</source>
      <translation>alle umrissenen Objekte liegen auf Nodata der Szene</translation>
    </message>
    <message>
      <source>outline objects where the scene has data</source>
      <translation>umreißen Sie Objekte, wo die Szene Daten hat</translation>
    </message>
    <message>
      <source>{found:,} objects found. Estimate: {value:,.0f} ({low:,.0f} to {high:,.0f}); as dense as in the area there would be {density:,.0f}. Held out in the area: {right} of {outlined} objects found, F1 {f1:.2f}; expect less away from it.</source>
      <translation>{found:,} Objekte gefunden. Schätzung: {value:,.0f} ({low:,.0f} bis {high:,.0f}); so dicht wie im Gebiet wären es {density:,.0f}. Zurückgehalten im Gebiet: {right} von {outlined} Objekten gefunden, F1 {f1:.2f}; anderswo ist mit weniger zu rechnen.</translation>
    </message>
    <message>
      <source>No area was given: all in the box around the outlined objects was learnt as background. An object in there that is not outlined makes the result worse; draw an area in which each one is outlined.</source>
      <translation>Kein Gebiet angegeben: Alles im Rechteck um die umrissenen Objekte wurde als Hintergrund gelernt. Ein Objekt darin, das nicht umrissen ist, verschlechtert das Ergebnis; zeichnen Sie ein Gebiet, in dem jedes umrissen ist.</translation>
    </message>
    <message>
      <source>Only {count} objects are outlined; ten or more make a better count.</source>
      <translation>Nur {count} Objekte sind umrissen; mit zehn oder mehr wird die Zählung besser.</translation>
    </message>
    <message>
      <source>Held-out objects are hardly found (F1 {f1:.2f}): check the result by eye.</source>
      <translation>Zurückgehaltene Objekte werden kaum gefunden (F1 {f1:.2f}): Prüfen Sie das Ergebnis mit dem Auge.</translation>
    </message>
    <message>
      <source>no outlined objects were given</source>
      <translation>keine umrissenen Objekte angegeben</translation>
    </message>
    <message>
      <source>name a file of outlines after the scene</source>
      <translation>nennen Sie eine Datei mit Umrissen</translation>
    </message>
    <message>
      <source>expected objects as {kinds}; found '{kind}'</source>
      <translation>Objekte als {kinds} erwartet; '{kind}' gefunden</translation>
    </message>
    <message>
      <source>give one of them to --shape</source>
      <translation>wählen Sie eins davon</translation>
    </message>
    <message>
      <source>boxes or points</source>
      <translation>Rechtecke oder Punkte</translation>
    </message>
    <message>
      <source>expected a diameter in metres for --size</source>
      <translation>ein Durchmesser in Metern erwartet</translation>
    </message>
    <message>
      <source>give --size 5</source>
      <translation>geben Sie zum Beispiel 5 an</translation>
    </message>
    <message>
      <source>expected a score from 0 to 1 for --min-score</source>
      <translation>eine niedrigste Bewertung von 0 bis 1 erwartet</translation>
    </message>
    <message>
      <source>leave it out, or give --min-score 0.3</source>
      <translation>lassen Sie sie leer, oder geben Sie 0,3 an</translation>
    </message>
    <message>
      <source>repair the engine's environment: reinstall it from constraints.txt</source>
      <translation>reparieren Sie die Umgebung der Engine: Installieren Sie sie neu aus constraints.txt</translation>
    </message>
    <message>
      <source>choose another --device, or update the graphics driver</source>
      <translation>wählen Sie ein anderes Gerät, oder aktualisieren Sie den Grafiktreiber</translation>
    </message>
    <message>
      <source>reinstall the model</source>
      <translation>installieren Sie das Modell neu</translation>
    </message>
    <message>
      <source>free some space</source>
      <translation>schaffen Sie Platz</translation>
    </message>
    <message>
      <source>close other programs</source>
      <translation>schließen Sie andere Programme</translation>
    </message>
    <message>
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>{versions} on {platform}</source>
      <translation>{versions} auf {platform}</translation>
    </message>
    <message>
      <source>{device}: {why}</source>
      <translation>{device}: {why}</translation>
    </message>
    <message>
      <source>a raster came back changed (same pixels: {same}, longitude {west:.6f} for 15)</source>
      <translation>ein Raster kam verändert zurück (gleiche Pixel: {same}, Länge {west:.6f} statt 15)</translation>
    </message>
    <message>
      <source>a GeoTIFF came back unchanged, and PROJ knows where it lies</source>
      <translation>ein GeoTIFF kam unverändert zurück, und PROJ weiß, wo es liegt</translation>
    </message>
    <message>
      <source>model {name} gives numbers that are not finite</source>
      <translation>das Modell {name} liefert Zahlen, die nicht endlich sind</translation>
    </message>
    <message>
      <source>{name} reads a Sentinel-2 tile on {device} in {precision}</source>
      <translation>{name} liest eine Sentinel-2-Kachel auf {device} in {precision}</translation>
    </message>
    <message>
      <source>only {found:.1f} GiB free on this disk; {least:g} GiB are needed</source>
      <translation>auf dieser Festplatte sind nur {found:.1f} GiB frei; nötig sind {least:g} GiB</translation>
    </message>
    <message>
      <source>{found:.1f} GiB free on this disk</source>
      <translation>{found:.1f} GiB auf dieser Festplatte frei</translation>
    </message>
    <message>
      <source>not told by this system; cores: {count}</source>
      <translation>dieses System sagt es nicht; Kerne: {count}</translation>
    </message>
    <message>
      <source>only {found:.1f} GiB of memory free; {least:g} GiB are needed</source>
      <translation>nur {found:.1f} GiB Arbeitsspeicher frei; nötig sind {least:g} GiB</translation>
    </message>
    <message>
      <source>{found:.1f} GiB of memory free; cores: {count}</source>
      <translation>{found:.1f} GiB Arbeitsspeicher frei; Kerne: {count}</translation>
    </message>
    <message>
      <source>{sources} is in no feature: the model reads spectral and radar bands.</source>
      <translation>{sources} steckt in keinem Merkmal: Das Modell liest spektrale und Radarkanäle.</translation>
    </message>
    <message>
      <source>reading the scene</source>
      <translation>Szene lesen</translation>
    </message>
    <message>
      <source>the scene has no data at this place</source>
      <translation>die Szene hat an dieser Stelle keine Daten</translation>
    </message>
    <message>
      <source>click on a place with data</source>
      <translation>klicken Sie auf eine Stelle mit Daten</translation>
    </message>
    <message>
      <source>growing</source>
      <translation>Region wachsen lassen</translation>
    </message>
    <message>
      <source>all regions around this place are too ragged to be drawn</source>
      <translation>alle Flächen um diesen Ort sind zu zerfranst zum Zeichnen</translation>
    </message>
    <message>
      <source>zoom in, or draw a polygon</source>
      <translation>zoomen Sie hinein oder zeichnen Sie ein Polygon</translation>
    </message>
    <message>
      <source>the place {x:.10g}, {y:.10g} lies outside the scene</source>
      <translation>die Stelle {x:.10g}, {y:.10g} liegt außerhalb der Szene</translation>
    </message>
    <message>
      <source>the scene's extent is {whole} in its own CRS</source>
      <translation>die Ausdehnung der Szene ist {whole} in ihrem eigenen KBS</translation>
    </message>
    <message>
      <source>expected a number for --threshold</source>
      <translation>eine Zahl als Schwelle erwartet</translation>
    </message>
    <message>
      <source>give --threshold 0.5</source>
      <translation>0,5 ist ein Anfang</translation>
    </message>
    <message>
      <source>expected hits as {kinds}; found '{kind}'</source>
      <translation>Treffer als {kinds} erwartet, „{kind}“ gefunden</translation>
    </message>
    <message>
      <source>give one of them to --hits-as</source>
      <translation>eines davon wählen</translation>
    </message>
    <message>
      <source>polygons or points</source>
      <translation>Polygone oder Punkte</translation>
    </message>
    <message>
      <source>expected a map of values, one band of fractions; {name} has bands: {count}, of {kind}</source>
      <translation>erwartet wurde eine Karte von Werten mit einem Kanal aus Bruchzahlen; {name} hat Kanäle: {count}, als {kind}</translation>
    </message>
    <message>
      <source>give a map that `engine similar`, `engine change` or `engine regress` wrote with --out</source>
      <translation>nehmen Sie eine Karte der Ähnlichkeit, der Veränderung oder von Werten</translation>
    </message>
    <message>
      <source>no field was named</source>
      <translation>es wurde kein Feld genannt</translation>
    </message>
    <message>
      <source>give the field of the labels that holds the class: --field NAME</source>
      <translation>wählen Sie das Feld der Labels, das die Klasse enthält</translation>
    </message>
    <message>
      <source>labels say what has changed, or name the class on each date; both were asked for</source>
      <translation>Labels sagen, was sich verändert hat, oder nennen die Klasse zu jedem Zeitpunkt; verlangt wurde beides</translation>
    </message>
    <message>
      <source>leave out --unchanged or --field-after</source>
      <translation>lassen Sie die Klasse des Unveränderten oder das Klassenfeld der späteren Aufnahme weg</translation>
    </message>
    <message>
      <source>no label says what has not changed: expected a class {wanted}; found {names}</source>
      <translation>kein Label sagt, was sich nicht verändert hat: erwartet wurde eine Klasse {wanted}; gefunden: {names}</translation>
    </message>
    <message>
      <source>give its name: --unchanged NAME</source>
      <translation>geben Sie den Namen der Klasse des Unveränderten an</translation>
    </message>
    <message>
      <source>{count} pairs of classes do not fit into a map of bytes: {most} do</source>
      <translation>{count} Paare von Klassen passen nicht in eine Karte aus Bytes: höchstens {most}</translation>
    </message>
    <message>
      <source>merge classes: 15 on each date fit</source>
      <translation>fassen Sie Klassen zusammen: 15 je Aufnahme passen</translation>
    </message>
    <message>
      <source>The dates cannot be compared band by band: two maps are, and errors of either look like change.</source>
      <translation>Die Aufnahmen lassen sich nicht Kanal für Kanal vergleichen: verglichen werden zwei Karten, und Fehler in jeder sehen wie Veränderung aus.</translation>
    </message>
    <message>
      <source>earlier date</source>
      <translation>frühere Aufnahme</translation>
    </message>
    <message>
      <source>later date</source>
      <translation>spätere Aufnahme</translation>
    </message>
    <message>
      <source>{date}: {text}</source>
      <translation>{date}: {text}</translation>
    </message>
    <message>
      <source>looking for models</source>
      <translation>Modelle suchen</translation>
    </message>
    <message>
      <source>{name} cannot be read: {reason}</source>
      <translation>{name} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
      <source>run the job again</source>
      <translation>starten Sie den Job erneut</translation>
    </message>
    <message>
      <source>a part of what? {error}</source>
      <translation>ein Teil wovon? {error}</translation>
    </message>
    <message>
      <source>expected a part of embed, classify or predict; found one of {kind}</source>
      <translation>erwartet: ein Teil von embed, classify oder predict; gefunden: einer von {kind}</translation>
    </message>
    <message>
      <source>expected a window of four numbers; found {count}</source>
      <translation>erwartet: ein Fenster aus vier Zahlen; gefunden: {count}</translation>
    </message>
    <message>
      <source>{name} is a backbone: it was not fine-tuned for a task</source>
      <translation>{name} ist ein Backbone: Es wurde für keine Aufgabe feinabgestimmt</translation>
    </message>
    <message>
      <source>make a model with `engine finetune` or `engine classify --save-model`, or map with labels</source>
      <translation>trainieren Sie ein Modell auf der Seite {Train}, oder kartieren Sie mit Labels</translation>
    </message>
    <message>
      <source>a model for {task} gives neither confidence nor polygons</source>
      <translation>ein Modell für {task} liefert weder Konfidenz noch Polygone</translation>
    </message>
    <message>
      <source>leave them out</source>
      <translation>lassen Sie sie weg</translation>
    </message>
    <message>
      <source>{name} does not tell how unlike a scene is to what it knows: only models do that learnt from few labels</source>
      <translation>{name} sagt nicht, wie unähnlich eine Szene dem Gelernten ist: Das tun nur Modelle, die aus wenigen Labels gelernt haben</translation>
    </message>
    <message>
      <source>leave out --applicability</source>
      <translation>lassen Sie das Raster der Unähnlichkeit weg</translation>
    </message>
    <message>
      <source>no folder was named for the preview</source>
      <translation>für die Vorschau wurde kein Ordner genannt</translation>
    </message>
    <message>
      <source>give 'out'</source>
      <translation>geben Sie „out“ an</translation>
    </message>
    <message>
      <source>expected a step from 1 and places from 0; found {step} and {places}</source>
      <translation>erwartet: ein Schritt ab 1 und Orte ab 0; gefunden: {step} und {places}</translation>
    </message>
    <message>
      <source>correct them</source>
      <translation>berichtigen Sie sie</translation>
    </message>
    <message>
      <source>all points lie in one place, so nothing can be checked</source>
      <translation>alle Punkte liegen an einem Ort, daher lässt sich nichts prüfen</translation>
    </message>
    <message>
      <source>add points, all over the scene</source>
      <translation>fügen Sie Punkte hinzu, über die ganze Szene</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike all points: measure there</source>
      <translation>{share:.0%} der Szene gleicht keinem Punkt: Messen Sie dort</translation>
    </message>
    <message>
      <source>The map is no better than the mean of the points.</source>
      <translation>Die Karte ist nicht besser als der Mittelwert der Punkte.</translation>
    </message>
    <message>
      <source>expected a standard error between 0 and 0.5; found {error:g}</source>
      <translation>erwartet: ein Standardfehler zwischen 0 und 0,5; gefunden: {error:g}</translation>
    </message>
    <message>
      <source>give --standard-error 0.02 for an interval of about 4 points to either side</source>
      <translation>0,02 gibt ein Intervall von etwa 4 Punkten zu jeder Seite</translation>
    </message>
    <message>
      <source>expected whole numbers from 0 on for --points and --seed</source>
      <translation>erwartet: ganze Zahlen ab 0 für Punkte und Startwert</translation>
    </message>
    <message>
      <source>expected accuracies from 0 to 1; found {share:g}</source>
      <translation>erwartet: Genauigkeiten von 0 bis 1; gefunden: {share:g}</translation>
    </message>
    <message>
      <source>give --anticipated water=0.9,forest=0.7</source>
      <translation>schreiben Sie water=0.9,forest=0.7</translation>
    </message>
    <message>
      <source>the scene has no data at {x:.10g}, {y:.10g}, where an example lies</source>
      <translation>die Szene hat bei {x:.10g}, {y:.10g} keine Daten, wo ein Beispiel liegt</translation>
    </message>
    <message>
      <source>the pixel at {x:.10g}, {y:.10g} is an example and a counter-example</source>
      <translation>das Pixel bei {x:.10g}, {y:.10g} ist Beispiel und Gegenbeispiel</translation>
    </message>
    <message>
      <source>leave one of them out</source>
      <translation>eines davon weglassen</translation>
    </message>
    <message>
      <source>no example was given</source>
      <translation>kein Beispiel angegeben</translation>
    </message>
    <message>
      <source>give a place in the scene's CRS: --at 500100,5799900</source>
      <translation>einen Ort in der Szene angeben</translation>
    </message>
    <message>
      <source>expected places as pairs of numbers</source>
      <translation>Orte als Zahlenpaare erwartet</translation>
    </message>
    <message>
      <source>give --at X,Y</source>
      <translation>jeden als X,Y angeben</translation>
    </message>
    <message>
      <source>expected at most {most} examples; found {count}</source>
      <translation>höchstens {most} Beispiele erwartet, {count} gefunden</translation>
    </message>
    <message>
      <source>leave some out, or label classes and use `engine classify`</source>
      <translation>einige weglassen, oder Klassen labeln und kartieren</translation>
    </message>
    <message>
      <source>learning from the labels</source>
      <translation>Lernen aus den Labels</translation>
    </message>
    <message>
      <source>looking around</source>
      <translation>Umschau</translation>
    </message>
    <message>
      <source>mapping</source>
      <translation>Kartieren</translation>
    </message>
    <message>
      <source>drawing polygons</source>
      <translation>Polygone zeichnen</translation>
    </message>
    <message>
      <source>computing features</source>
      <translation>Merkmale berechnen</translation>
    </message>
    <message>
      <source>learning from the objects</source>
      <translation>Lernen aus den Objekten</translation>
    </message>
    <message>
      <source>looking for objects</source>
      <translation>Suchen nach Objekten</translation>
    </message>
    <message>
      <source>drawing points</source>
      <translation>Punkte werden gezogen</translation>
    </message>
    <message>
      <source>writing the report</source>
      <translation>Bericht schreiben</translation>
    </message>
    <message>
      <source>looking at chips</source>
      <translation>Ausschnitte ansehen</translation>
    </message>
    <message>
      <source>preparing the head</source>
      <translation>Kopf vorbereiten</translation>
    </message>
    <message>
      <source>drawing examples</source>
      <translation>Beispiele zeichnen</translation>
    </message>
    <message>
      <source>{count:,} labelled pixels lie on nodata and were left out.</source>
      <translation>{count:,} gelabelte Pixel liegen auf Nodata und wurden weggelassen.</translation>
    </message>
    <message>
      <source>Left out: {classes} without a label on data.</source>
      <translation>Weggelassen: {classes} ohne Label auf Daten.</translation>
    </message>
    <message>
      <source>only one class ('{name}') is labelled inside the scene</source>
      <translation>nur eine Klasse („{name}“) hat Labels in der Szene</translation>
    </message>
    <message>
      <source>{told}, and all labels of {classes} lie on nodata</source>
      <translation>{told}, und alle Labels von {classes} liegen auf Nodata</translation>
    </message>
    <message>
      <source>{told}; a map needs two or more</source>
      <translation>{told}; eine Karte braucht zwei oder mehr</translation>
    </message>
    <message>
      <source>label a second class where the scene holds data</source>
      <translation>setzen Sie Labels einer zweiten Klasse, wo die Szene Daten hat</translation>
    </message>
    <message>
      <source>{count} different classes are labelled inside the scene; a map holds at most {most}</source>
      <translation>{count} verschiedene Klassen haben Labels in der Szene; eine Karte fasst höchstens {most}</translation>
    </message>
    <message>
      <source>name the field of the class, if this is another one: --field NAME; or merge classes</source>
      <translation>wählen Sie ein anderes Feld unter {Field}, wenn die Klasse in einem anderen steht; oder führen Sie Klassen zusammen</translation>
    </message>
    <message>
      <source>all labels contradict each other: every labelled pixel has labels of different classes ({names})</source>
      <translation>alle Labels widersprechen sich: Jeder gelabelte Pixel hat Labels verschiedener Klassen ({names})</translation>
    </message>
    <message>
      <source>remove all but one of the labels of a place</source>
      <translation>entfernen Sie an jeder Stelle alle Labels bis auf eines</translation>
    </message>
    <message>
      <source>all labels lie on nodata</source>
      <translation>alle Labels liegen auf Nodata</translation>
    </message>
    <message>
      <source>label places that hold data; if these do, --ignore-file-nodata reads the file's nodata value as data</source>
      <translation>setzen Sie Labels, wo Daten sind; sind dort welche, entfernen Sie den Haken bei „Leerwert“ unter Transparenz in den Layereigenschaften</translation>
    </message>
    <message>
      <source>Left out: {geometries} outside the scene.</source>
      <translation>Weggelassen: {geometries} außerhalb der Szene.</translation>
    </message>
    <message>
      <source>Cut at the scene's border: {geometries}.</source>
      <translation>Am Rand der Szene abgeschnitten: {geometries}.</translation>
    </message>
    <message>
      <source>1 pixel</source>
      <translation>1 Pixel</translation>
    </message>
    <message>
      <source>{count:,} pixels</source>
      <translation>{count:,} Pixel</translation>
    </message>
    <message>
      <source>Left out: {pixels} labelled with different classes.</source>
      <translation>Weggelassen: {pixels} mit Labels verschiedener Klassen.</translation>
    </message>
    <message>
      <source>1 large geometry</source>
      <translation>1 großen Geometrie</translation>
    </message>
    <message>
      <source>{count:,} large geometries</source>
      <translation>{count:,} großen Geometrien</translation>
    </message>
    <message>
      <source>Of {large}, at most {most:,} pixels each, spread evenly, were taken.</source>
      <translation>Von {large} wurden je höchstens {most:,} gleichmäßig verteilte Pixel genommen.</translation>
    </message>
    <message>
      <source>Of class '{name}', {most:,} pixels spread evenly were taken.</source>
      <translation>Von der Klasse „{name}“ wurden {most:,} gleichmäßig verteilte Pixel genommen.</translation>
    </message>
    <message>
      <source>Left out: {classes} without a pixel in the scene.</source>
      <translation>Weggelassen: {classes} ohne einen Pixel in der Szene.</translation>
    </message>
    <message>
      <source>1 class ({names})</source>
      <translation>1 Klasse ({names})</translation>
    </message>
    <message>
      <source>{count} classes ({names})</source>
      <translation>{count} Klassen ({names})</translation>
    </message>
    <message>
      <source>{found} with a number lie on data of the scene; {least} or more are needed</source>
      <translation>auf Daten der Szene mit einer Zahl: {found}; nötig sind mindestens {least}</translation>
    </message>
    <message>
      <source>all points have the value {value:g}: nothing is to be learnt from them</source>
      <translation>alle Punkte haben den Wert {value:g}: daraus lässt sich nichts lernen</translation>
    </message>
    <message>
      <source>name the field that holds the values: --field NAME</source>
      <translation>nennen Sie unter {Field} das Feld mit den Werten</translation>
    </message>
    <message>
      <source>all points contradict each other: each pixel has several values</source>
      <translation>alle Punkte widersprechen einander: jedes Pixel hat mehrere Werte</translation>
    </message>
    <message>
      <source>keep one point for a pixel</source>
      <translation>behalten Sie je Pixel einen Punkt</translation>
    </message>
    <message>
      <source>Pixels left out, as several points give them different values: {count:,}.</source>
      <translation>Weggelassene Pixel, denen mehrere Punkte verschiedene Werte geben: {count:,}.</translation>
    </message>
    <message>
      <source>expected outlines of objects, or points; found lines</source>
      <translation>Umrisse von Objekten oder Punkte erwartet; Linien gefunden</translation>
    </message>
    <message>
      <source>draw polygons around the objects</source>
      <translation>zeichnen Sie Polygone um die Objekte</translation>
    </message>
    <message>
      <source>expected outlines of objects; found points</source>
      <translation>Umrisse von Objekten erwartet; Punkte gefunden</translation>
    </message>
    <message>
      <source>say how large an object is, in metres: --size 5</source>
      <translation>sagen Sie, wie groß ein Objekt ist: Durchmesser in Metern</translation>
    </message>
    <message>
      <source>expected polygons in the area {name}; found none</source>
      <translation>Polygone im Gebiet {name} erwartet; keine gefunden</translation>
    </message>
    <message>
      <source>draw the area as a polygon</source>
      <translation>zeichnen Sie das Gebiet als Polygon</translation>
    </message>
    <message>
      <source>The scene has no CRS and the labels have {crs}: their coordinates were used as they are, as they fall inside the scene.</source>
      <translation>Die Szene hat kein KBS, die Labels haben {crs}: Ihre Koordinaten wurden unverändert verwendet, da sie in die Szene fallen.</translation>
    </message>
    <message>
      <source>The labels have no CRS: the scene's was taken, as they fall inside it.</source>
      <translation>Die Labels haben kein KBS: Das der Szene wurde genommen, da sie in sie fallen.</translation>
    </message>
    <message>
      <source>The labels were reprojected from {theirs} to the scene's {its}.</source>
      <translation>Die Labels wurden von {theirs} in {its} der Szene umprojiziert.</translation>
    </message>
    <message>
      <source>they span {extent}</source>
      <translation>sie reichen über {extent}</translation>
    </message>
    <message>
      <source>the scene {extent}</source>
      <translation>die Szene über {extent}</translation>
    </message>
    <message>
      <source>all labels lie outside the scene: {spans}, {scene}</source>
      <translation>alle Labels liegen außerhalb der Szene: {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels of this scene; if they are, assign them the CRS that they were drawn in</source>
      <translation>geben Sie Labels dieser Szene an; sind es solche, weisen Sie ihnen das KBS zu, in dem sie gezeichnet wurden</translation>
    </message>
    <message>
      <source>all labels have no CRS and lie outside the scene: {spans}, {scene}</source>
      <translation>alle Labels haben kein KBS und liegen außerhalb der Szene: {spans}, {scene}</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, in a GIS</source>
      <translation>weisen Sie den Labels das KBS zu, in dem sie gezeichnet wurden</translation>
    </message>
    <message>
      <source>the scene has no CRS, and all labels, in {theirs}, lie outside it: {spans}, {scene}</source>
      <translation>die Szene hat kein KBS, und alle Labels, in {theirs}, liegen außerhalb: {spans}, {scene}</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE</source>
      <translation>setzen Sie das KBS der Szene mit Layer &gt; KBS von Layer(n) setzen</translation>
    </message>
    <message>
      <source>the scene has neither a CRS nor a place on the ground, and all labels lie outside it: {spans}, {scene}</source>
      <translation>die Szene hat weder ein KBS noch einen Platz am Boden, und alle Labels liegen außerhalb: {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels in its pixel coordinates (column, row), or georeference the scene first</source>
      <translation>geben Sie Labels in ihren Pixelkoordinaten (Spalte, Zeile) an, oder georeferenzieren Sie erst die Szene</translation>
    </message>
    <message>
      <source>neither scene nor labels have a CRS, and all labels lie outside the scene: {spans}, {scene}</source>
      <translation>weder Szene noch Labels haben ein KBS, und alle Labels liegen außerhalb der Szene: {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels in the scene's coordinates; or assign the labels their CRS, and name the scene's: --crs EPSG:CODE</source>
      <translation>geben Sie Labels in den Koordinaten der Szene an; oder weisen Sie den Labels ihr KBS zu, und setzen Sie das der Szene mit Layer &gt; KBS von Layer(n) setzen</translation>
    </message>
    <message>
      <source>x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g} in {crs}</source>
      <translation>x {x0:.12g} bis {x1:.12g}, y {y0:.12g} bis {y1:.12g} in {crs}</translation>
    </message>
    <message>
      <source>x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g}</source>
      <translation>x {x0:.12g} bis {x1:.12g}, y {y0:.12g} bis {y1:.12g}</translation>
    </message>
    <message>
      <source>Left out: {geometries} that cannot be placed in the scene's CRS.</source>
      <translation>Weggelassen: {geometries}, die im KBS der Szene keinen Platz haben.</translation>
    </message>
    <message>
      <source>1 invalid geometry</source>
      <translation>1 ungültige Geometrie</translation>
    </message>
    <message>
      <source>{count:,} invalid geometries</source>
      <translation>{count:,} ungültige Geometrien</translation>
    </message>
    <message>
      <source>Repaired: {geometries}.</source>
      <translation>Repariert: {geometries}.</translation>
    </message>
    <message>
      <source>no label has an area: their outlines enclose nothing</source>
      <translation>kein Label hat eine Fläche: Die Umrisse schließen nichts ein</translation>
    </message>
    <message>
      <source>draw them again, or as points</source>
      <translation>zeichnen Sie sie neu, oder als Punkte</translation>
    </message>
    <message>
      <source>The labels' longitudes were shifted by 360° to those of the scene.</source>
      <translation>Die Längengrade der Labels wurden um 360° zu denen der Szene verschoben.</translation>
    </message>
    <message>
      <source>the labels' CRS {crs} cannot be brought to the scene's {target}</source>
      <translation>das KBS {crs} der Labels lässt sich nicht in das der Szene, {target}, überführen</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, or --crs to the scene if its own is wrong</source>
      <translation>weisen Sie den Labels das KBS zu, in dem sie gezeichnet wurden, oder berichtigen Sie das der Szene mit Layer &gt; KBS von Layer(n) setzen</translation>
    </message>
    <message>
      <source>expected numbers in the field '{field}'; found '{value}'</source>
      <translation>im Feld „{field}“ werden Zahlen erwartet; gefunden wurde „{value}“</translation>
    </message>
    <message>
      <source>name a field of numbers: --field {fields}</source>
      <translation>wählen Sie unter {Field} ein Feld mit Zahlen: {fields}</translation>
    </message>
    <message>
      <source>convert it</source>
      <translation>wandeln Sie es um</translation>
    </message>
    <message>
      <source>no feature has a number in the field '{field}'</source>
      <translation>kein Objekt hat eine Zahl im Feld „{field}“</translation>
    </message>
    <message>
      <source>fill the field</source>
      <translation>füllen Sie das Feld</translation>
    </message>
    <message>
      <source>Left out: {features} without a number in '{field}'.</source>
      <translation>Weggelassen: {features} ohne Zahl in „{field}“.</translation>
    </message>
    <message>
      <source>the table '{table}' of the labels {name} cannot be used: {error}</source>
      <translation>die Tabelle '{table}' der Labels {name} ist nicht verwendbar: {error}</translation>
    </message>
    <message>
      <source>correct it, or remove the table</source>
      <translation>korrigieren Sie sie, oder entfernen Sie die Tabelle</translation>
    </message>
    <message>
      <source>give GPKG, GeoJSON or Shapefile</source>
      <translation>geben Sie GPKG, GeoJSON oder Shapefile an</translation>
    </message>
    <message>
      <source>the labels {name} cannot be read: {why}</source>
      <translation>die Labels {name} lassen sich nicht lesen: {why}</translation>
    </message>
    <message>
      <source>the labels {name} have no fields</source>
      <translation>die Labels {name} haben keine Felder</translation>
    </message>
    <message>
      <source>add a field that holds the class, and name it: --field</source>
      <translation>fügen Sie ein Feld hinzu, das die Klasse enthält, und wählen Sie es unter {Field}</translation>
    </message>
    <message>
      <source>no field '{field}' in the labels {name}</source>
      <translation>kein Feld „{field}“ in den Labels {name}</translation>
    </message>
    <message>
      <source>nothing says which field holds the class</source>
      <translation>nichts sagt, welches Feld die Klasse enthält</translation>
    </message>
    <message>
      <source>{asked}; it has: {fields}</source>
      <translation>{asked}; vorhanden: {fields}</translation>
    </message>
    <message>
      <source>name the field of the class: --field NAME</source>
      <translation>wählen Sie das Feld der Klasse unter {Field}</translation>
    </message>
    <message>
      <source>no layer with geometries in the labels {name}</source>
      <translation>kein Layer mit Geometrien in den Labels {name}</translation>
    </message>
    <message>
      <source>give a layer of points, lines or polygons</source>
      <translation>geben Sie einen Layer mit Punkten, Linien oder Polygonen an</translation>
    </message>
    <message>
      <source>the labels {name} hold the layers {layers}</source>
      <translation>die Labels {name} enthalten die Layer {layers}</translation>
    </message>
    <message>
      <source>name one of them: --layer NAME</source>
      <translation>laden Sie einen davon als Layer, und wählen Sie ihn unter {Labels}</translation>
    </message>
    <message>
      <source>no layer '{layer}': {found}</source>
      <translation>kein Layer „{layer}“: {found}</translation>
    </message>
    <message>
      <source>the label layer is empty: it holds no features</source>
      <translation>der Label-Layer ist leer: Er enthält keine Objekte</translation>
    </message>
    <message>
      <source>draw some labels first</source>
      <translation>zeichnen Sie zuerst einige Labels</translation>
    </message>
    <message>
      <source>no feature of the labels has a geometry</source>
      <translation>kein Objekt der Labels hat eine Geometrie</translation>
    </message>
    <message>
      <source>draw points, lines or polygons</source>
      <translation>zeichnen Sie Punkte, Linien oder Polygone</translation>
    </message>
    <message>
      <source>Left out: {features} without geometry.</source>
      <translation>Weggelassen: {features} ohne Geometrie.</translation>
    </message>
    <message>
      <source>fill the field, or name another field: --field {fields}</source>
      <translation>füllen Sie das Feld, oder wählen Sie unter {Field} ein anderes: {fields}</translation>
    </message>
    <message>
      <source>no feature has one class in the field '{field}'</source>
      <translation>kein Objekt hat genau eine Klasse im Feld „{field}“</translation>
    </message>
    <message>
      <source>Left out: {features} without one class in '{field}'.</source>
      <translation>Weggelassen: {features} ohne genau eine Klasse in „{field}“.</translation>
    </message>
    <message>
      <source>1 geometry</source>
      <translation>1 Geometrie</translation>
    </message>
    <message>
      <source>{count:,} geometries</source>
      <translation>{count:,} Geometrien</translation>
    </message>
    <message>
      <source>1 feature</source>
      <translation>1 Objekt</translation>
    </message>
    <message>
      <source>{count:,} features</source>
      <translation>{count:,} Objekte</translation>
    </message>
    <message>
      <source>no such label file: {name}</source>
      <translation>es gibt keine Label-Datei {name}</translation>
    </message>
    <message>
      <source>check the path of the labels</source>
      <translation>prüfen Sie den Pfad der Labels</translation>
    </message>
    <message>
      <source>the labels {name} hold several files: {found}</source>
      <translation>die Labels {name} enthalten mehrere Dateien: {found}</translation>
    </message>
    <message>
      <source>name one of them: /vsizip/{name}/{first}</source>
      <translation>nennen Sie eine davon: /vsizip/{name}/{first}</translation>
    </message>
    <message>
      <source>Nothing fixes the scale of these numbers, so {model} saw them relative to the scene itself.</source>
      <translation>Nichts legt die Skala dieser Zahlen fest; {model} hat sie daher im Vergleich zur Szene selbst gesehen.</translation>
    </message>
    <message>
      <source>These are no spectral bands: the map rests on them as they are, without the model.</source>
      <translation>Das sind keine Spektralkanäle: Die Karte beruht auf ihnen, wie sie sind, ohne das Modell.</translation>
    </message>
    <message>
      <source>The model {name} is untrained: its features are random projections of the pixels, and the map rests on spectra and their surroundings as far as validation trusted them.</source>
      <translation>Das Modell {name} ist untrainiert: Seine Merkmale sind Zufallsprojektionen der Pixel, und die Karte beruht auf Spektren und ihrer Umgebung, soweit die Validierung ihnen vertraut.</translation>
    </message>
    <message>
      <source>The pixel size on the ground is unknown; the model was told {gsd_m:g} m.</source>
      <translation>Die Pixelgröße am Boden ist unbekannt; dem Modell wurden {gsd_m:g} m gesagt.</translation>
    </message>
    <message>
      <source>The scene has a CRS and no geotransform: the result lies at the origin of the CRS.</source>
      <translation>Die Szene hat ein KBS und keine Geotransformation: Das Ergebnis liegt am Ursprung des KBS.</translation>
    </message>
    <message>
      <source>Bands not used: {bands}.</source>
      <translation>Nicht verwendete Kanäle: {bands}.</translation>
    </message>
    <message>
      <source>{fill}: they count as nodata.</source>
      <translation>{fill}: Sie zählen als Nodata.</translation>
    </message>
    <message>
      <source>Nodata by the product's own masks: {shares}.</source>
      <translation>Nodata laut den Masken des Produkts: {shares}.</translation>
    </message>
    <message>
      <source>Blocks that could not be read and are nodata: {count} ({damaged}).</source>
      <translation>Blöcke, die nicht gelesen werden konnten und als „keine Daten“ gelten: {count} ({damaged}).</translation>
    </message>
    <message>
      <source>the labels that this model learnt from do not tell how unlike to them a pixel may be</source>
      <translation>die Labels, aus denen dieses Modell gelernt hat, sagen nicht, wie unähnlich ihnen ein Pixel sein darf</translation>
    </message>
    <message>
      <source>leave out --applicability, or learn from labels with each class in two or more places</source>
      <translation>lassen Sie das Raster der Unähnlichkeit weg, oder lernen Sie aus Labels mit jeder Klasse an zwei oder mehr Orten</translation>
    </message>
    <message>
      <source>no class has labels in two places, so nothing tells how unlike to them a pixel may be</source>
      <translation>keine Klasse hat Labels an zwei Orten, also sagt nichts, wie unähnlich ein Pixel ihnen sein darf</translation>
    </message>
    <message>
      <source>label each class in two or more places, or leave out --applicability</source>
      <translation>jede Klasse an zwei oder mehr Orten labeln oder das Raster der Unähnlichkeit weglassen</translation>
    </message>
    <message>
      <source>the card of {name} was changed: it is not the one that its weights were saved with</source>
      <translation>die Karte von {name} wurde geändert: Es ist nicht die, mit der die Gewichte gespeichert wurden</translation>
    </message>
    <message>
      <source>the weights of {name} do not fit its card</source>
      <translation>die Gewichte von {name} passen nicht zu seiner Karte</translation>
    </message>
    <message>
      <source>the model has learnt from a scene and {count} further sources ({wanted}); found {found}</source>
      <translation>das Modell hat aus einer Szene und {count} weiteren Quellen gelernt ({wanted}); gefunden: {found}</translation>
    </message>
    <message>
      <source>give the same sources, in the same order, with --with</source>
      <translation>dieselben Quellen in derselben Reihenfolge als weitere Layer angeben</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike anything this model has learnt from: check the map there, or label this scene, too.</source>
      <translation>{share:.0%} der Szene ähneln nichts, woraus dieses Modell gelernt hat: Prüfen Sie die Karte dort, oder labeln Sie auch diese Szene.</translation>
    </message>
    <message>
      <source>the model was trained on {wanted}; the scene's numbers are {found}</source>
      <translation>das Modell wurde auf {wanted} trainiert; die Werte der Szene sind {found}</translation>
    </message>
    <message>
      <source>give the scene in those units, say what its numbers are with --units, or train a model on such scenes</source>
      <translation>geben Sie die Szene in dieser Einheit an, wählen Sie ihre Einheit unter {Units}, oder trainieren Sie ein Modell auf solchen Szenen</translation>
    </message>
    <message>
      <source>the model was trained without it</source>
      <translation>das Modell wurde ohne ihn trainiert</translation>
    </message>
    <message>
      <source>the model needs the band {wanted}; the scene has {known}</source>
      <translation>das Modell braucht den Kanal {wanted}; die Szene hat {known}</translation>
    </message>
    <message>
      <source>give a scene with it, or say which band it is with --bands</source>
      <translation>geben Sie eine Szene mit ihm an, oder sagen Sie unter {Bands}, welcher Kanal es ist</translation>
    </message>
    <message>
      <source>The model was trained on pixels of {trained:g} m; chips with pixels of another size: {count:,} (the first, {name}, of {found:g} m). Check their answers with care.</source>
      <translation>Das Modell wurde mit Pixeln von {trained:g} m trainiert; Ausschnitte mit Pixeln anderer Größe: {count:,} (der erste, {name}, mit {found:g} m). Prüfen Sie deren Ergebnisse sorgfältig.</translation>
    </message>
    <message>
      <source>The model was trained on {trained}; the scene is {found}. Its numbers differ where the ground does not: check the map with care.</source>
      <translation>Das Modell wurde mit „{trained}“ trainiert; die Szene enthält „{found}“. Ihre Zahlen unterscheiden sich auch dort, wo der Boden gleich ist: Prüfen Sie die Karte sorgfältig.</translation>
    </message>
    <message>
      <source>The model was trained on pixels of {trained:g} m; those of the scene are {found:g} m: resample the scene, or check the map with care.</source>
      <translation>Das Modell wurde auf Pixeln von {trained:g} m trainiert; die der Szene haben {found:g} m: Resampeln Sie die Szene, oder prüfen Sie die Karte sorgfältig.</translation>
    </message>
    <message>
      <source>{count:,} labelled pixels lie under {kind} by the product's own mask.</source>
      <translation>{count:,} gelabelte Pixel liegen laut der Maske des Produkts unter {kind}.</translation>
    </message>
    <message>
      <source>No label of {classes} lies in the scene: it is not on the map.</source>
      <translation>Kein Label von {classes} liegt in der Szene: auf der Karte fehlt es.</translation>
    </message>
    <message>
      <source>this job reads one source; found {count} more</source>
      <translation>dieser Auftrag liest eine Quelle; gefunden: {count} weitere</translation>
    </message>
    <message>
      <source>leave out --with, or classify with labels</source>
      <translation>lassen Sie die weiteren Layer weg, oder klassifizieren Sie mit Labels</translation>
    </message>
    <message>
      <source>the model reads spectral and radar bands; found {sensor}</source>
      <translation>das Modell liest Spektral- und Radarkanäle; gefunden: {sensor}</translation>
    </message>
    <message>
      <source>classify it with labels: engine classify SCENE LABELS --field NAME --out MAP.tif</source>
      <translation>klassifizieren Sie es mit Labels</translation>
    </message>
    <message>
      <source>the scene</source>
      <translation>die Szene</translation>
    </message>
    <message>
      <source>the model</source>
      <translation>das Modell</translation>
    </message>
    <message>
      <source>what the labels teach</source>
      <translation>was die Labels lehren</translation>
    </message>
    <message>
      <source>the legend</source>
      <translation>die Legende</translation>
    </message>
    <message>
      <source>what the scene teaches</source>
      <translation>was die Szene lehrt</translation>
    </message>
    <message>
      <source>the request</source>
      <translation>die Anfrage</translation>
    </message>
    <message>
      <source>the device</source>
      <translation>das Gerät</translation>
    </message>
    <message>
      <source>how the model computes</source>
      <translation>wie das Modell rechnet</translation>
    </message>
    <message>
      <source>the program</source>
      <translation>das Programm</translation>
    </message>
    <message>
      <source>expected two dates of one place; found {count}</source>
      <translation>zwei Aufnahmen eines Orts erwartet; gefunden: {count}</translation>
    </message>
    <message>
      <source>give two scenes: engine change BEFORE AFTER --out CHANGE.tif</source>
      <translation>wählen Sie zwei Layer</translation>
    </message>
    <message>
      <source>expected a share of false alarms from 0.00001 to 0.5; found {share:g}</source>
      <translation>ein Anteil von Fehlalarmen zwischen 0,00001 und 0,5 erwartet; gefunden: {share:g}</translation>
    </message>
    <message>
      <source>give --false-alarms 0.01</source>
      <translation>0,01 ist ein Anfang</translation>
    </message>
    <message>
      <source>a minimum area is one of polygons</source>
      <translation>eine Mindestfläche gilt für Polygone</translation>
    </message>
    <message>
      <source>give --changes CHANGES.gpkg, too</source>
      <translation>geben Sie auch eine Datei für die Polygone an</translation>
    </message>
    <message>
      <source>{after} lies {size:.1f} pixels from {before} ({down:+.1f} down, {right:+.1f} right): edges would look changed</source>
      <translation>{after} liegt {size:.1f} Pixel neben {before} ({down:+.1f} nach unten, {right:+.1f} nach rechts): Kanten sähen verändert aus</translation>
    </message>
    <message>
      <source>give --align to move it as it is read, or --shift-ok to compare them as they are</source>
      <translation>haken Sie {Align} an: sie wird beim Lesen verschoben</translation>
    </message>
    <message>
      <source>Nothing tells whether the dates lie on each other: too little is alike, or the scene is small.</source>
      <translation>Nichts sagt, ob die Aufnahmen aufeinander liegen: zu wenig gleicht sich, oder die Szene ist klein.</translation>
    </message>
    <message>
      <source>The second date was moved by {size:.2f} pixels onto the first.</source>
      <translation>Die zweite Aufnahme wurde um {size:.2f} Pixel auf die erste geschoben.</translation>
    </message>
    <message>
      <source>The dates lie {size:.1f} pixels apart: edges look changed.</source>
      <translation>Die Aufnahmen liegen {size:.1f} Pixel auseinander: Kanten sehen verändert aus.</translation>
    </message>
    <message>
      <source>The dates are of different months: what the season does to some of the ground is change, too.</source>
      <translation>Die Aufnahmen sind aus verschiedenen Monaten: was die Jahreszeit mit einem Teil des Bodens macht, ist auch Veränderung.</translation>
    </message>
    <message>
      <source>the scene has no CRS, so its areas are not known</source>
      <translation>die Szene hat kein KBS, also sind ihre Flächen nicht bekannt</translation>
    </message>
    <message>
      <source>give --min-area in px</source>
      <translation>schreiben Sie sie in Pixeln, etwa 20px</translation>
    </message>
    <message>
      <source>a model called {name} is here already</source>
      <translation>ein Modell namens {name} gibt es hier schon</translation>
    </message>
    <message>
      <source>remove it, or rename one of them</source>
      <translation>entfernen Sie es, oder benennen Sie eines von beiden um</translation>
    </message>
    <message>
      <source>the model cannot be written to {root}: {reason}</source>
      <translation>das Modell kann nicht nach {root} geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>make room there</source>
      <translation>schaffen Sie dort Platz</translation>
    </message>
    <message>
      <source>the model was made by another version of OFA: update OFA or take a model for this version</source>
      <translation>das Modell stammt von einer anderen Version von OFA: Aktualisieren Sie OFA, oder nehmen Sie ein Modell für diese Version</translation>
    </message>
    <message>
      <source>a positive integer</source>
      <translation>eine positive ganze Zahl</translation>
    </message>
    <message>
      <source>one of {values}</source>
      <translation>einer der Werte {values}</translation>
    </message>
    <message>
      <source>a multiple of 4 and of heads</source>
      <translation>ein Vielfaches von 4 und von heads</translation>
    </message>
    <message>
      <source>rising block numbers in 1..{depth}</source>
      <translation>steigende Blocknummern in 1..{depth}</translation>
    </message>
    <message>
      <source>a positive number of metres</source>
      <translation>eine positive Zahl von Metern</translation>
    </message>
    <message>
      <source>a positive integer or none</source>
      <translation>eine positive ganze Zahl oder nichts</translation>
    </message>
    <message>
      <source>a divisor of patch_px, {patch_px}, or none</source>
      <translation>ein Teiler von patch_px, {patch_px}, oder none</translation>
    </message>
    <message>
      <source>the model's configuration</source>
      <translation>die Konfiguration des Modells</translation>
    </message>
    <message>
      <source>{name} of a model must be {expected}; found {found}</source>
      <translation>{name} eines Modells muss so sein: {expected}; gefunden: {found}</translation>
    </message>
    <message>
      <source>correct the model's configuration</source>
      <translation>berichtigen Sie die Konfiguration des Modells</translation>
    </message>
    <message>
      <source>patches of this embedding must be larger than {least} pixels; found {found}</source>
      <translation>Patches dieser Einbettung müssen größer als {least} Pixel sein; gefunden: {found}</translation>
    </message>
    <message>
      <source>the patches of this model have {expected} pixels; found {found}</source>
      <translation>die Patches dieses Modells haben {expected} Pixel; gefunden: {found}</translation>
    </message>
    <message>
      <source>this model reads {radar} of Sentinel-1 and {optical} of Sentinel-2; the scene has {found}</source>
      <translation>dieses Modell liest {radar} von Sentinel-1 und {optical} von Sentinel-2; die Szene hat {found}</translation>
    </message>
    <message>
      <source>give --sensor sentinel-1 or sentinel-2 if it is one, or take a model that reads any bands, e.g. ofa-tiny</source>
      <translation>Unter {Bands} den Sensor Sentinel-1 oder Sentinel-2 wählen, wenn es einer ist, oder ein Modell nehmen, das beliebige Kanäle liest, etwa ofa-tiny</translation>
    </message>
    <message>
      <source>copy the model folder again; `engine models` lists those that work</source>
      <translation>kopieren Sie den Modellordner erneut; die Liste {Model} enthält die, die funktionieren</translation>
    </message>
    <message>
      <source>expected a model's name, or a folder or zip with {card}; found '{found}'; models here: {names}</source>
      <translation>erwartet: der Name eines Modells oder ein Ordner oder Zip mit {card}; gefunden: „{found}“; Modelle hier: {names}</translation>
    </message>
    <message>
      <source>give one of them to --model, or set OFA_MODELS to the folder that holds your models</source>
      <translation>wählen Sie eines davon unter {Model}, oder fügen Sie Ihren Modellordner hinzu</translation>
    </message>
    <message>
      <source>expected a readable model card at {path}; found: {error}</source>
      <translation>erwartet: eine lesbare Modellkarte unter {path}; gefunden: {error}</translation>
    </message>
    <message>
      <source>{path} is not the card of an OFA model: its 'ofa' object is absent or short</source>
      <translation>{path} ist nicht die Karte eines OFA-Modells: Das Objekt „ofa“ fehlt oder ist unvollständig</translation>
    </message>
    <message>
      <source>expected a model of architecture {architectures}, card version {version}; found {found}, {other}</source>
      <translation>erwartet: ein Modell der Architektur {architectures}, Kartenversion {version}; gefunden: {found}, {other}</translation>
    </message>
    <message>
      <source>update OFA, or take a model made for this version</source>
      <translation>aktualisieren Sie OFA, oder nehmen Sie ein Modell für diese Version</translation>
    </message>
    <message>
      <source>the model card {path}</source>
      <translation>die Modellkarte {path}</translation>
    </message>
    <message>
      <source>{path} names neither the sha256 of its weights nor a seed</source>
      <translation>{path} nennt weder den sha256 der Gewichte noch einen Startwert</translation>
    </message>
    <message>
      <source>{path} does not say what the model has learnt from</source>
      <translation>{path} sagt nicht, woraus das Modell gelernt hat</translation>
    </message>
    <message>
      <source>The backbone of {model} does not read {bands}.</source>
      <translation>Das Backbone von {model} liest {bands} nicht.</translation>
    </message>
    <message>
      <source>The model {model} does not read {bands}.</source>
      <translation>Das Modell {model} liest {bands} nicht.</translation>
    </message>
    <message>
      <source>cannot write the model folder {folder}: {reason}</source>
      <translation>der Modellordner {folder} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>another one has its name here</source>
      <translation>ein anderes hat hier diesen Namen</translation>
    </message>
    <message>
      <source>{name} needs the model {backbone} that it was made with ({why})</source>
      <translation>{name} braucht das Modell {backbone}, mit dem es entstand ({why})</translation>
    </message>
    <message>
      <source>get {backbone} with `engine models pull`, or copy its folder to your models</source>
      <translation>kopieren Sie den Ordner von {backbone} zu Ihren Modellen</translation>
    </message>
    <message>
      <source>the weights in {path} do not fit the configuration in the card: {error}</source>
      <translation>die Gewichte in {path} passen nicht zur Konfiguration in der Karte: {error}</translation>
    </message>
    <message>
      <source>the card names weights, but {path} cannot be read: {reason}</source>
      <translation>die Karte nennt Gewichte, aber {path} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
      <source>{path} is damaged: expected sha256 {expected}; found {found}</source>
      <translation>{path} ist beschädigt: erwartet sha256 {expected}; gefunden {found}</translation>
    </message>
    <message>
      <source>expected {rows} x {cols} tokens from every sensor of one place; found {found}</source>
      <translation>erwartet: {rows} x {cols} Tokens von jedem Sensor eines Ortes; gefunden: {found}</translation>
    </message>
    <message>
      <source>resample the sensors to one grid</source>
      <translation>resampeln Sie die Sensoren auf ein Gitter</translation>
    </message>
    <message>
      <source>the model was made by another version of OFA: update OFA or train it again</source>
      <translation>das Modell stammt von einer anderen Version von OFA: Aktualisieren Sie OFA, oder trainieren Sie es erneut</translation>
    </message>
    <message>
      <source>{task} with {heads}</source>
      <translation>{task} mit {heads}</translation>
    </message>
    <message>
      <source>expected {known}; found {task} with {head}</source>
      <translation>erwartet: {known}; gefunden: {task} mit {head}</translation>
    </message>
    <message>
      <source>choose one of them</source>
      <translation>wählen Sie eines davon</translation>
    </message>
    <message>
      <source>a fine-tuned model needs mean and deviation of each of its bands</source>
      <translation>ein feinabgestimmtes Modell braucht Mittelwert und Abweichung jedes seiner Kanäle</translation>
    </message>
    <message>
      <source>train it again</source>
      <translation>trainieren Sie es erneut</translation>
    </message>
    <message>
      <source>expected two classes or more; found {count}</source>
      <translation>erwartet: zwei oder mehr Klassen; gefunden: {count}</translation>
    </message>
    <message>
      <source>label a second class</source>
      <translation>setzen Sie Labels einer zweiten Klasse</translation>
    </message>
    <message>
      <source>the fine-tuned model</source>
      <translation>das feinabgestimmte Modell</translation>
    </message>
    <message>
      <source>expected a chip whose sides are multiples of {patch_px} pixels; found {height} x {width}</source>
      <translation>erwartet: ein Ausschnitt, dessen Seiten Vielfache von {patch_px} Pixeln sind; gefunden: {height} x {width}</translation>
    </message>
    <message>
      <source>pad or crop the chip</source>
      <translation>füllen Sie den Ausschnitt auf, oder beschneiden Sie ihn</translation>
    </message>
    <message>
      <source>expected one channel for each of {count} bands; found {channels} channels</source>
      <translation>erwartet: ein Kanal für jeden der {count} Kanäle; gefunden: {channels}</translation>
    </message>
    <message>
      <source>expected the size of a pixel in metres; found {gsd_m}</source>
      <translation>erwartet: die Größe eines Pixels in Metern; gefunden: {gsd_m}</translation>
    </message>
    <message>
      <source>georeference the scene, or set its GSD_M tag to the pixel size in metres</source>
      <translation>georeferenzieren Sie die Szene, oder setzen Sie ihr Tag GSD_M auf die Pixelgröße in Metern</translation>
    </message>
    <message>
      <source>take a model with a spectral embedding, which reads any bands (`engine models` lists them)</source>
      <translation>nehmen Sie ein Modell mit spektraler Einbettung, das beliebige Kanäle liest</translation>
    </message>
    <message>
      <source>this model reads {modalities}; the sensor's modality is {modality}</source>
      <translation>dieses Modell liest {modalities}; die Modalität des Sensors ist {modality}</translation>
    </message>
    <message>
      <source>this model reads {wanted} of {modality}; the scene lacks {missing}</source>
      <translation>dieses Modell liest {wanted} von {modality}; der Szene fehlen {missing}</translation>
    </message>
    <message>
      <source>the model needs the wavelength or the polarisation ({polarisations}) of every band; band {band} has neither</source>
      <translation>das Modell braucht die Wellenlänge oder die Polarisation ({polarisations}) jedes Kanals; Kanal {band} hat keine von beiden</translation>
    </message>
    <message>
      <source>say what the band is with --bands, e.g. --bands 1=665nm or --bands 1=VV</source>
      <translation>sagen Sie unter {Bands}, was der Kanal ist</translation>
    </message>
    <message>
      <source>… ({count} in all)</source>
      <translation>… ({count} insgesamt)</translation>
    </message>
    <message>
      <source>the zip {path} cannot be unpacked: {reason}</source>
      <translation>das Zip {path} kann nicht entpackt werden: {reason}</translation>
    </message>
    <message>
      <source>copy it again</source>
      <translation>kopieren Sie es erneut</translation>
    </message>
    <message>
      <source>expected one model folder in {path}: {card} and {weights}; found {count}</source>
      <translation>erwartet: ein Modellordner in {path}: {card} und {weights}; gefunden: {count}</translation>
    </message>
    <message>
      <source>zip the folder of one model</source>
      <translation>packen Sie den Ordner eines Modells in das Zip</translation>
    </message>
    <message>
      <source>take another file</source>
      <translation>nehmen Sie eine andere Datei</translation>
    </message>
    <message>
      <source>{name} in {path} is larger than that of any model</source>
      <translation>{name} in {path} ist größer als bei jedem Modell</translation>
    </message>
    <message>
      <source>expected features of 8, 16 or 32 bits; found {bits}</source>
      <translation>erwartet: Merkmale mit 8, 16 oder 32 Bit; gefunden: {bits}</translation>
    </message>
    <message>
      <source>give one of them to --bits</source>
      <translation>wählen Sie unter {Bits} einen dieser Werte</translation>
    </message>
    <message>
      <source>{name} could not be written ({reason})</source>
      <translation>{name} konnte nicht geschrieben werden ({reason})</translation>
    </message>
    <message>
      <source>free some space, or choose another disk or folder</source>
      <translation>schaffen Sie Platz, oder wählen Sie eine andere Festplatte oder einen anderen Ordner</translation>
    </message>
    <message>
      <source>{path} is open in another program</source>
      <translation>{path} ist in einem anderen Programm geöffnet</translation>
    </message>
    <message>
      <source>close it there, or give another name</source>
      <translation>schließen Sie die Datei dort, oder geben Sie einen anderen Namen an</translation>
    </message>
    <message>
      <source>a GeoTIFF</source>
      <translation>eines GeoTIFFs</translation>
    </message>
    <message>
      <source>a file of polygons</source>
      <translation>einer Polygondatei</translation>
    </message>
    <message>
      <source>a GeoPackage</source>
      <translation>eines GeoPackages</translation>
    </message>
    <message>
      <source>a table</source>
      <translation>einer Tabelle</translation>
    </message>
    <message>
      <source>a map or a table</source>
      <translation>einer Karte oder Tabelle</translation>
    </message>
    <message>
      <source>a JSON file</source>
      <translation>einer JSON-Datei</translation>
    </message>
    <message>
      <source>a log</source>
      <translation>eines Protokolls</translation>
    </message>
    <message>
      <source>a Markdown page</source>
      <translation>einer Markdown-Seite</translation>
    </message>
    <message>
      <source>a VRT</source>
      <translation>eine VRT-Datei</translation>
    </message>
    <message>
      <source>a zip</source>
      <translation>ein Zip</translation>
    </message>
    <message>
      <source>a picture</source>
      <translation>eines Bildes</translation>
    </message>
    <message>
      <source>no output was named</source>
      <translation>es wurde keine Ausgabe genannt</translation>
    </message>
    <message>
      <source>give --out {example}</source>
      <translation>geben Sie einen Namen unter {Output} an</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found the folder {text}</source>
      <translation>erwartet: der Name {kind}; gefunden: der Ordner {text}</translation>
    </message>
    <message>
      <source>add a file's name</source>
      <translation>hängen Sie den Namen einer Datei an</translation>
    </message>
    <message>
      <source>the output {text} is a folder</source>
      <translation>die Ausgabe {text} ist ein Ordner</translation>
    </message>
    <message>
      <source>give the name of a file in it that ends in {endings}</source>
      <translation>geben Sie den Namen einer Datei darin an, der auf {endings} endet</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found {text}</source>
      <translation>erwartet: der Name {kind}; gefunden: {text}</translation>
    </message>
    <message>
      <source>end the name with {endings}</source>
      <translation>beenden Sie den Namen mit {endings}</translation>
    </message>
    <message>
      <source>the output {text} is a device, not a file</source>
      <translation>die Ausgabe {text} ist ein Gerät, keine Datei</translation>
    </message>
    <message>
      <source>give another name</source>
      <translation>geben Sie einen anderen Namen an</translation>
    </message>
    <message>
      <source>a folder</source>
      <translation>eines Ordners</translation>
    </message>
    <message>
      <source>expected a folder; {text} is a file</source>
      <translation>erwartet: ein Ordner; {text} ist eine Datei</translation>
    </message>
    <message>
      <source>{text} is a link to a folder that is not there</source>
      <translation>{text} ist eine Verknüpfung zu einem Ordner, den es nicht gibt</translation>
    </message>
    <message>
      <source>make that folder, or give another</source>
      <translation>legen Sie diesen Ordner an, oder nennen Sie einen anderen</translation>
    </message>
    <message>
      <source>choose a folder you may write to</source>
      <translation>wählen Sie einen Ordner, in den Sie schreiben dürfen</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found an empty one</source>
      <translation>erwartet: der Name {kind}; gefunden: ein leerer</translation>
    </message>
    <message>
      <source>give a name</source>
      <translation>geben Sie einen Namen an</translation>
    </message>
    <message>
      <source>the name {text} holds what is no text: a zero, or bytes that are not UTF-8</source>
      <translation>der Name {text} enthält, was kein Text ist: eine Null oder Bytes, die nicht UTF-8 sind</translation>
    </message>
    <message>
      <source>give a name in plain text</source>
      <translation>geben Sie einen Namen in reinem Text an</translation>
    </message>
    <message>
      <source>Windows allows no file called {part}</source>
      <translation>Windows erlaubt keine Datei namens {part}</translation>
    </message>
    <message>
      <source>the folder {folder} cannot be written: {above} is no folder</source>
      <translation>in den Ordner {folder} kann nicht geschrieben werden: {above} ist kein Ordner</translation>
    </message>
    <message>
      <source>the name {part} has {size} bytes; at most {limit} can be used here</source>
      <translation>der Name {part} hat {size} Bytes; hier sind höchstens {limit} möglich</translation>
    </message>
    <message>
      <source>give a shorter name</source>
      <translation>geben Sie einen kürzeren Namen an</translation>
    </message>
    <message>
      <source>No pixel of the extent has data: the map is empty.</source>
      <translation>Kein Pixel der Ausdehnung hat Daten: Die Karte ist leer.</translation>
    </message>
    <message>
      <source>Radar: {co}, {cross}, {co}−{cross}</source>
      <translation>Radar: {co}, {cross}, {co}−{cross}</translation>
    </message>
    <message>
      <source>Natural colour</source>
      <translation>Echtfarben</translation>
    </message>
    <message>
      <source>False colour: near infrared, red, green</source>
      <translation>Falschfarben: nahes Infrarot, Rot, Grün</translation>
    </message>
    <message>
      <source>Band {name}</source>
      <translation>Kanal {name}</translation>
    </message>
    <message>
      <source>Bands {names}</source>
      <translation>Kanäle {names}</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Konfusionsmatrix</translation>
    </message>
    <message>
      <source>Rows: truth. Columns: map.</source>
      <translation>Zeilen: Wahrheit. Spalten: Karte.</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>Geometries</source>
      <translation>Geometrien</translation>
    </message>
    <message>
      <source>Labelled pixels</source>
      <translation>Gelabelte Pixel</translation>
    </message>
    <message>
      <source>Held-out labels</source>
      <translation>Ausgelassene Labels</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <source>scene</source>
      <translation>Szene</translation>
    </message>
    <message>
      <source>sensor</source>
      <translation>Sensor</translation>
    </message>
    <message>
      <source>units</source>
      <translation>Einheit</translation>
    </message>
    <message>
      <source>bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>trained</source>
      <translation>trainiert</translation>
    </message>
    <message>
      <source>spectra</source>
      <translation>Spektren</translation>
    </message>
    <message>
      <source>shape of the spectrum</source>
      <translation>Form des Spektrums</translation>
    </message>
    <message>
      <source>context</source>
      <translation>Kontext</translation>
    </message>
    <message>
      <source>surroundings</source>
      <translation>Umgebung</translation>
    </message>
    <message>
      <source>features of the model</source>
      <translation>Merkmale des Modells</translation>
    </message>
    <message>
      <source>learning</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>spectra and surroundings</source>
      <translation>Spektren und Umgebung</translation>
    </message>
    <message>
      <source>writing</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>{score}. Counts are held-out labelled pixels.</source>
      <translation>{score}. Gezählt sind ausgelassene gelabelte Pixel.</translation>
    </message>
    <message>
      <source>{name} (untrained model)</source>
      <translation>{name} (untrainiertes Modell)</translation>
    </message>
    <message>
      <source>scene, labels, class map and confidence side by side</source>
      <translation>Szene, Labels, Klassenkarte und Konfidenz nebeneinander</translation>
    </message>
    <message>
      <source>What the head trusts</source>
      <translation>Worauf der Kopf vertraut</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>Anfrage</translation>
    </message>
    <message>
      <source>Labels were held out as far from the others as the mapped pixels are from the labels, and mapped by a head that had not seen them. Macro-F1 is the mean F1 of the checked classes, with the range in which it lies in 90 % of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right.</source>
      <translation>Labels wurden so weit entfernt von den übrigen ausgelassen, wie es die kartierten Pixel von den Labels sind, und von einem Kopf kartiert, der sie nicht gesehen hatte. Makro-F1 ist das mittlere F1 der geprüften Klassen, mit dem Bereich, in dem es in 90 % solcher Fälle liegt; die Gesamtgenauigkeit ist der Anteil der ausgelassenen gelabelten Pixel, die richtig kartiert sind.</translation>
    </message>
    <message>
      <source>One number is given only if the checked classes are at least {least:.0%} of the classes and of the mapped area, as the others may be mapped well or badly.</source>
      <translation>Eine einzelne Zahl steht nur da, wenn die geprüften Klassen mindestens {least:.0%} der Klassen und der kartierten Fläche ausmachen, denn die anderen können gut oder schlecht kartiert sein.</translation>
    </message>
    <message>
      <source>all dates: {features}</source>
      <translation>alle Aufnahmedaten: {features}</translation>
    </message>
    <message>
      <source>source {number}: {sensor}</source>
      <translation>Quelle {number}: {sensor}</translation>
    </message>
    <message>
      <source>Class map</source>
      <translation>Klassenkarte</translation>
    </message>
    <message>
      <source>measured</source>
      <translation>gemessen</translation>
    </message>
    <message>
      <source>mapped, held out</source>
      <translation>kartiert, zurückgehalten</translation>
    </message>
    <message>
      <source>R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:+.2g}, from {count:,} held-out pixels</source>
      <translation>R² {r2:.2f}, RMSE {rmse:.4g}, mittlerer Fehler {bias:+.2g}, aus {count:,} zurückgehaltenen Pixeln</translation>
    </message>
    <message>
      <source>{field} of {scene}</source>
      <translation>{field} von {scene}</translation>
    </message>
    <message>
      <source>Points were held out as far from the others as the map is from the points. An interval holds the value of a pixel with a probability of {confidence:.0%}, if the errors at the points are typical of the map.</source>
      <translation>Punkte wurden so weit von den anderen zurückgehalten, wie die Karte von den Punkten entfernt ist. Ein Intervall enthält den Wert eines Pixels mit einer Wahrscheinlichkeit von {confidence:.0%}, wenn die Fehler an den Punkten für die Karte typisch sind.</translation>
    </message>
    <message>
      <source>The map, and held-out values</source>
      <translation>Die Karte und zurückgehaltene Werte</translation>
    </message>
    <message>
      <source>the outputs {one} and {other} are one file, or share files</source>
      <translation>die Ausgaben {one} und {other} sind eine Datei oder teilen sich Dateien</translation>
    </message>
    <message>
      <source>give each its own name</source>
      <translation>geben Sie jeder einen eigenen Namen</translation>
    </message>
    <message>
      <source>the output {final} exists already</source>
      <translation>die Ausgabe {final} gibt es schon</translation>
    </message>
    <message>
      <source>give another name, or --overwrite to replace it</source>
      <translation>geben Sie unter {Output} einen anderen Namen an</translation>
    </message>
    <message>
      <source>{foreign} belongs to another file and would be taken for a part of {final}</source>
      <translation>{foreign} gehört zu einer anderen Datei und würde für einen Teil von {final} gehalten</translation>
    </message>
    <message>
      <source>{own} exists already, and would be taken for a part of {final}</source>
      <translation>{own} gibt es schon und würde für einen Teil von {final} gehalten</translation>
    </message>
    <message>
      <source>the output {final} is an input of this job</source>
      <translation>die Ausgabe {final} ist eine Eingabe dieses Jobs</translation>
    </message>
    <message>
      <source>the output {final} would replace {used}, which is an input of this job</source>
      <translation>die Ausgabe {final} würde {used} ersetzen, eine Eingabe dieses Jobs</translation>
    </message>
    <message>
      <source>give another output name</source>
      <translation>geben Sie der Ausgabe einen anderen Namen</translation>
    </message>
    <message>
      <source>the folder {final} is not empty</source>
      <translation>der Ordner {final} ist nicht leer</translation>
    </message>
    <message>
      <source>give another folder, or --overwrite to add to it</source>
      <translation>geben Sie unter {Output} einen anderen Ordner an</translation>
    </message>
    <message>
      <source>another output has the name {final} as well</source>
      <translation>eine andere Ausgabe heißt ebenfalls {final}</translation>
    </message>
    <message>
      <source>another run is writing {final}</source>
      <translation>ein anderer Lauf schreibt gerade {final}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another name</source>
      <translation>warten Sie, bis er beendet ist, oder geben Sie einen anderen Namen an</translation>
    </message>
    <message>
      <source>An unfinished run was continued.</source>
      <translation>Ein unvollendeter Lauf wurde fortgesetzt.</translation>
    </message>
    <message>
      <source>An unfinished run was not continued, as this has changed: {changed}.</source>
      <translation>Ein unvollendeter Lauf wurde nicht fortgesetzt, denn dies hat sich geändert: {changed}.</translation>
    </message>
    <message>
      <source>free some space or choose another disk</source>
      <translation>schaffen Sie Platz, oder wählen Sie eine andere Festplatte</translation>
    </message>
    <message>
      <source>no chips in {name}</source>
      <translation>keine Ausschnitte in {name}</translation>
    </message>
    <message>
      <source>give a folder or a zip with rasters: {rasters}</source>
      <translation>geben Sie einen Ordner oder eine ZIP-Datei mit Rastern an: {rasters}</translation>
    </message>
    <message>
      <source>{path} is no readable zip: {error}</source>
      <translation>{path} ist keine lesbare ZIP-Datei: {error}</translation>
    </message>
    <message>
      <source>download it again</source>
      <translation>laden Sie sie erneut herunter</translation>
    </message>
    <message>
      <source>a chip holds fill</source>
      <translation>ein Ausschnitt enthält Füllwerte</translation>
    </message>
    <message>
      <source>{count:,} chips hold fill</source>
      <translation>{count:,} Ausschnitte enthalten Füllwerte</translation>
    </message>
    <message>
      <source>{what} that no file declares, and it counts as nodata ({name}: {fill}). Give --nodata none if it was measured.</source>
      <translation>{what}, die keine Datei angibt, und sie zählen als Nodata ({name}: {fill}). Sagen Sie unter {Nodata}, ob das gemessen wurde.</translation>
    </message>
    <message>
      <source>{kind} {share:.1%}</source>
      <translation>{kind} {share:.1%}</translation>
    </message>
    <message>
      <source>expected an extent of xmin,ymin,xmax,ymax; found {extent}</source>
      <translation>erwartet: eine Ausdehnung xmin,ymin,xmax,ymax; gefunden: {extent}</translation>
    </message>
    <message>
      <source>the scene's extent is {whole}</source>
      <translation>die Ausdehnung der Szene ist {whole}</translation>
    </message>
    <message>
      <source>the extent {extent} lies outside the scene</source>
      <translation>die Ausdehnung {extent} liegt außerhalb der Szene</translation>
    </message>
    <message>
      <source>product's metadata</source>
      <translation>Metadaten des Produkts</translation>
    </message>
    <message>
      <source>give {options}</source>
      <translation>antworten Sie: {options}</translation>
    </message>
    <message>
      <source>{hint}, after its name: --with {name},…</source>
      <translation>{hint}; beantworten Sie es für den Layer {name}</translation>
    </message>
    <message>
      <source>no pixel is valid in all bands: nodata, NaN or masked</source>
      <translation>kein Pixel ist in allen Kanälen gültig: Nodata, NaN oder maskiert</translation>
    </message>
    <message>
      <source>check the scene's nodata value</source>
      <translation>prüfen Sie den Nodata-Wert der Szene</translation>
    </message>
    <message>
      <source>expected fill to be {answers}; found '{fill}'</source>
      <translation>erwartet: fill als {answers}; gefunden: „{fill}“</translation>
    </message>
    <message>
      <source>leave it out to be asked</source>
      <translation>lassen Sie es weg, um gefragt zu werden</translation>
    </message>
    <message>
      <source>holds no valid pixel</source>
      <translation>enthält kein gültiges Pixel</translation>
    </message>
    <message>
      <source>{fill}: this looks like fill that the file does not declare</source>
      <translation>{fill}: Das sieht nach Füllwerten aus, die die Datei nicht angibt</translation>
    </message>
    <message>
      <source>--nodata {answer}, or --nodata none if they were measured</source>
      <translation>unter {Nodata}, ob das Nodata ist ({answer}) oder gemessen wurde (none)</translation>
    </message>
    <message>
      <source>they name no band</source>
      <translation>sie nennen keinen Kanal</translation>
    </message>
    <message>
      <source>cannot make sense of the metadata of {name} ({why})</source>
      <translation>die Metadaten von {name} ergeben keinen Sinn ({why})</translation>
    </message>
    <message>
      <source>copy or download the product again</source>
      <translation>kopieren oder laden Sie das Produkt noch einmal</translation>
    </message>
    <message>
      <source>{name} holds {count} products ({shown})</source>
      <translation>{name} enthält {count} Produkte ({shown})</translation>
    </message>
    <message>
      <source>give one of them; engine batch maps each as a scene of its own</source>
      <translation>geben Sie eines davon an; engine batch kartiert jedes als eigene Szene</translation>
    </message>
    <message>
      <source>{name} has no layer of {kinds}</source>
      <translation>{name} hat keine Ebene für {kinds}</translation>
    </message>
    <message>
      <source>leave out --mask; make a nodata value of what you mask yourself</source>
      <translation>lassen Sie die Maske leer; was Sie selbst maskieren, machen Sie zu einem Nodata-Wert</translation>
    </message>
    <message>
      <source>the product's metadata names {count} bands; {name} has {found}</source>
      <translation>die Metadaten des Produkts nennen {count} Kanäle; {name} hat {found}</translation>
    </message>
    <message>
      <source>download the product again</source>
      <translation>laden Sie das Produkt noch einmal</translation>
    </message>
    <message>
      <source>cannot read the metadata {name}: {why}</source>
      <translation>die Metadaten {name} sind nicht lesbar: {why}</translation>
    </message>
    <message>
      <source>it is cut off, damaged or no whole product; download it again</source>
      <translation>die Datei ist abgeschnitten, beschädigt oder kein ganzes Produkt; laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
      <source>no measurement</source>
      <translation>keine Messung</translation>
    </message>
    <message>
      <source>no mask is called '{word}'</source>
      <translation>keine Maske heißt „{word}“</translation>
    </message>
    <message>
      <source>give --mask {none}, or some of {kinds}</source>
      <translation>geben Sie als Maske {none} an, oder einige von {kinds}</translation>
    </message>
    <message>
      <source>{name} lacks {file}, which its metadata names</source>
      <translation>{name} fehlt {file}, das seine Metadaten nennen</translation>
    </message>
    <message>
      <source>download it again, into the same folder</source>
      <translation>laden Sie es noch einmal, in denselben Ordner</translation>
    </message>
    <message>
      <source>{name} has no mask beside it that can be read, so clouds are not masked</source>
      <translation>Neben {name} liegt keine lesbare Maske, daher werden Wolken nicht maskiert</translation>
    </message>
    <message>
      <source>{name} is cut off or damaged</source>
      <translation>{name} ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
      <source>{name} names {count} wavelengths; its cube has {found} bands</source>
      <translation>{name} nennt {count} Wellenlängen; sein Würfel hat {found} Kanäle</translation>
    </message>
    <message>
      <source>{name} holds no surface reflectance of EMIT</source>
      <translation>{name} enthält keine Oberflächenreflexion von EMIT</translation>
    </message>
    <message>
      <source>give {file}</source>
      <translation>geben Sie {file} an</translation>
    </message>
    <message>
      <source>download {file}, and give that</source>
      <translation>laden Sie {file} herunter und geben Sie diese Datei an</translation>
    </message>
    <message>
      <source>{mask} has {found} lines and samples, {name} {count}</source>
      <translation>{mask} hat {found} Zeilen und Spalten, {name} {count}</translation>
    </message>
    <message>
      <source>download both again</source>
      <translation>laden Sie beide erneut herunter</translation>
    </message>
    <message>
      <source>the lookup table of {name} names pixels that the image does not have</source>
      <translation>die Zuordnungstabelle von {name} nennt Pixel, die das Bild nicht hat</translation>
    </message>
    <message>
      <source>{name} does not say where its grid lies (attributes {attributes})</source>
      <translation>{name} sagt nicht, wo sein Raster liegt (Attribute {attributes})</translation>
    </message>
    <message>
      <source>{name} is PRISMA {level}: its pixels lie as the sensor saw them, on no map grid</source>
      <translation>{name} ist PRISMA {level}: Seine Pixel liegen so, wie der Sensor sie sah, auf keinem Kartenraster</translation>
    </message>
    <message>
      <source>download the L2D product of the same scene</source>
      <translation>laden Sie das L2D-Produkt derselben Szene herunter</translation>
    </message>
    <message>
      <source>{name} does not say wavelengths and scale of its {detector} bands</source>
      <translation>{name} nennt Wellenlängen und Skalierung seiner {detector}-Kanäle nicht</translation>
    </message>
    <message>
      <source>{name} names {count} bands; no axis of its cube is as long</source>
      <translation>{name} nennt {count} Kanäle; keine Achse seines Würfels ist so lang</translation>
    </message>
    <message>
      <source>{array} of {name} has another size than the rest of it</source>
      <translation>{array} in {name} hat eine andere Größe als der Rest</translation>
    </message>
    <message>
      <source>{name} does not say its reference system (attribute {attribute})</source>
      <translation>{name} nennt sein Bezugssystem nicht (Attribut {attribute})</translation>
    </message>
    <message>
      <source>{name} does not say where its corners lie (attributes {attributes})</source>
      <translation>{name} sagt nicht, wo seine Ecken liegen (Attribute {attributes})</translation>
    </message>
    <message>
      <source>{name} is in radar geometry: only ground control points place it</source>
      <translation>{name} liegt in Radargeometrie vor: Nur Passpunkte sagen, wo es liegt</translation>
    </message>
    <message>
      <source>terrain-correct it first, with SNAP (Range Doppler Terrain Correction) or as an RTC product of ASF</source>
      <translation>korrigieren Sie zuerst das Gelände, mit SNAP (Range Doppler Terrain Correction) oder als RTC-Produkt der ASF</translation>
    </message>
    <message>
      <source>{name} lacks the image of {band}, which its metadata names</source>
      <translation>{name} fehlt das Bild von {band}, das seine Metadaten nennen</translation>
    </message>
    <message>
      <source>download the product again; to do without the band, give the folder IMG_DATA in it</source>
      <translation>laden Sie das Produkt noch einmal; um ohne den Kanal auszukommen, geben Sie den Ordner IMG_DATA darin an</translation>
    </message>
    <message>
      <source>no asset of the STAC item {name} is a band</source>
      <translation>keine Datei des STAC-Elements {name} ist ein Kanal</translation>
    </message>
    <message>
      <source>give the raster itself, or another item</source>
      <translation>geben Sie das Raster selbst an, oder ein anderes Element</translation>
    </message>
    <message>
      <source>{name} lacks its factors</source>
      <translation>{name} fehlen die Faktoren</translation>
    </message>
    <message>
      <source>download {file} beside it</source>
      <translation>laden Sie {file} in denselben Ordner herunter</translation>
    </message>
    <message>
      <source>{name} does not say where it lies: its land mask does</source>
      <translation>{name} sagt nicht, wo es liegt; das tut seine Landmaske</translation>
    </message>
    <message>
      <source>download {file} from the folder {folder}, beside it</source>
      <translation>laden Sie {file} aus dem Ordner {folder} daneben herunter</translation>
    </message>
    <message>
      <source>{name} and its land mask have different sizes</source>
      <translation>{name} und seine Landmaske sind verschieden groß</translation>
    </message>
    <message>
      <source>cannot read the array {name}</source>
      <translation>das Feld {name} ist nicht lesbar</translation>
    </message>
    <message>
      <source>{name} holds {count} rasters, of which {most} can be joined here</source>
      <translation>{name} enthält {count} Raster, von denen hier {most} zusammengefügt werden können</translation>
    </message>
    <message>
      <source>join them first: gdalbuildvrt {name}.vrt {name}/*.tif; then give {name}.vrt</source>
      <translation>fügen Sie sie zuerst zusammen: gdalbuildvrt {name}.vrt {name}/*.tif; geben Sie dann {name}.vrt an</translation>
    </message>
    <message>
      <source>the tiles in {name} have masks of their own</source>
      <translation>die Kacheln in {name} haben eigene Masken</translation>
    </message>
    <message>
      <source>mosaic of {count} tiles</source>
      <translation>Mosaik aus {count} Kacheln</translation>
    </message>
    <message>
      <source>unpacking the product</source>
      <translation>Produkt wird entpackt</translation>
    </message>
    <message>
      <source>cannot unpack {name} into {folder}: {why}</source>
      <translation>{name} kann nicht nach {folder} entpackt werden: {why}</translation>
    </message>
    <message>
      <source>free some space there; what lies there may be deleted</source>
      <translation>machen Sie dort Platz; was dort liegt, darf gelöscht werden</translation>
    </message>
    <message>
      <source>about {need} MB are needed, and {free} are free</source>
      <translation>etwa {need} MB werden gebraucht, und {free} sind frei</translation>
    </message>
    <message>
      <source>{size:.1f} MB in {folder}, made once and used again</source>
      <translation>{size:.1f} MB in {folder}, einmal angelegt und wiederverwendet</translation>
    </message>
    <message>
      <source>rows {first} to {last}</source>
      <translation>Zeilen {first} bis {last}</translation>
    </message>
    <message>
      <source>rows {top} to {bottom}, columns {left} to {right}</source>
      <translation>Zeilen {top} bis {bottom}, Spalten {left} bis {right}</translation>
    </message>
    <message>
      <source>top-of-atmosphere reflectance</source>
      <translation>Reflexionsgrad am Oberrand der Atmosphäre</translation>
    </message>
    <message>
      <source>surface reflectance</source>
      <translation>Reflexionsgrad am Boden</translation>
    </message>
    <message>
      <source>The sources are not of one processing level: {listed}. Some of what differs between them is no change on the ground.</source>
      <translation>Die Quellen haben nicht dieselbe Prozessierungsstufe: {listed}. Ein Teil dessen, was sich zwischen ihnen unterscheidet, ist keine Veränderung am Boden.</translation>
    </message>
    <message>
      <source>{name} ({what})</source>
      <translation>{name} ({what})</translation>
    </message>
    <message>
      <source>{one} is from {when} and {other} from {then}, and both were read as {unit}: from {since} on, ESA adds 1000 to Sentinel-2 numbers. Check the units of both.</source>
      <translation>{one} ist vom {when} und {other} vom {then}, und beide wurden als {unit} gelesen: Seit dem {since} addiert die ESA 1000 zu Sentinel-2-Werten. Prüfen Sie die Einheiten beider.</translation>
    </message>
    <message>
      <source>{name} is given twice</source>
      <translation>{name} ist zweimal angegeben</translation>
    </message>
    <message>
      <source>give each source once</source>
      <translation>geben Sie jede Quelle einmal an</translation>
    </message>
    <message>
      <source>{other} covers {share:.0%} of {first}; half of it is needed</source>
      <translation>{other} deckt {share:.0%} von {first} ab; nötig ist die Hälfte</translation>
    </message>
    <message>
      <source>give sources of one place, or cut the scene to what they share</source>
      <translation>geben Sie Quellen eines Orts an, oder schneiden Sie die Szene auf das Gemeinsame zu</translation>
    </message>
    <message>
      <source>{name} has no CRS, so nothing says where it lies</source>
      <translation>{name} hat kein KBS, also sagt nichts, wo es liegt</translation>
    </message>
    <message>
      <source>assign one, or give --crs</source>
      <translation>weisen Sie dem Layer eines zu</translation>
    </message>
    <message>
      <source>{name} cannot be brought into the CRS of the scene</source>
      <translation>{name} lässt sich nicht in das KBS der Szene bringen</translation>
    </message>
    <message>
      <source>give sources of one place</source>
      <translation>geben Sie Quellen eines Orts an</translation>
    </message>
    <message>
      <source>{name} has fill that no single value tells, which cannot be kept beside other sources</source>
      <translation>{name} hat Füllwerte, die kein einzelner Wert angibt und die neben anderen Quellen nicht erhalten bleiben</translation>
    </message>
    <message>
      <source>give it a nodata value first: gdalwarp -dstnodata 0 {name} OUT.tif</source>
      <translation>geben Sie ihm zuerst einen Nodata-Wert: gdalwarp -dstnodata 0 {name} OUT.tif</translation>
    </message>
    <message>
      <source>{titles} differ in year or version: their numbers are not alike.</source>
      <translation>{titles} unterscheiden sich in Jahr oder Version: Ihre Zahlen sind nicht vergleichbar.</translation>
    </message>
    <message>
      <source>expected --grid to be the name of a source or a number of metres; found {grid}</source>
      <translation>erwartet wurde als Raster der Name einer Quelle oder eine Zahl von Metern; gefunden: {grid}</translation>
    </message>
    <message>
      <source>leave it out for the grid of the scene, which must have a projected CRS for metres</source>
      <translation>lassen Sie es für das Raster der Szene leer; für Meter muss ihr KBS projiziert sein</translation>
    </message>
    <message>
      <source>{scene}: {wrong}</source>
      <translation>{scene}: {wrong}</translation>
    </message>
    <message>
      <source>give the image that the classes were made from</source>
      <translation>geben Sie das Bild an, aus dem die Klassen gewonnen wurden</translation>
    </message>
    <message>
      <source>{name} holds classes ({classes}) and no measurements</source>
      <translation>{name} enthält Klassen ({classes}) und keine Messwerte</translation>
    </message>
    <message>
      <source>{name} holds classes (it is a thematic layer) and no measurements</source>
      <translation>{name} enthält Klassen (es ist ein thematischer Layer) und keine Messwerte</translation>
    </message>
    <message>
      <source>{name} is styled as classes by {style}</source>
      <translation>{name} wird durch {style} in Klassen dargestellt</translation>
    </message>
    <message>
      <source>{give}; if these are measurements, remove {style}</source>
      <translation>{give}; wenn dies Messwerte sind, entfernen Sie {style}</translation>
    </message>
    <message>
      <source>{name} holds numbers of the colours in a palette and no measurements</source>
      <translation>{name} enthält Nummern von Farben einer Palette und keine Messwerte</translation>
    </message>
    <message>
      <source>expand the palette of a picture: {command}; a map of classes is no scene</source>
      <translation>wandeln Sie die Palette eines Bildes um: {command}; eine Klassenkarte ist keine Szene</translation>
    </message>
    <message>
      <source>expected nodata as ranges from a lower to a higher number; found {found}</source>
      <translation>erwartet: Nodata als Bereiche von einer kleineren zu einer größeren Zahl; gefunden: {found}</translation>
    </message>
    <message>
      <source>give --nodata LOW:HIGH; NaN is nodata anyway</source>
      <translation>stellen Sie sie unter Transparenz in den Layereigenschaften ein; NaN ist ohnehin Nodata</translation>
    </message>
    <message>
      <source>1 % of a band would reflect {value:.2f} or less</source>
      <translation>1 % eines Kanals würde {value:.2f} oder weniger reflektieren</translation>
    </message>
    <message>
      <source>the brightest percent would reflect {value:.3g}</source>
      <translation>das hellste Prozent würde {value:.3g} reflektieren</translation>
    </message>
    <message>
      <source>land would reflect {value:.3g} in the infrared</source>
      <translation>Land würde im Infraroten {value:.3g} reflektieren</translation>
    </message>
    <message>
      <source>air alone reflects more than {value:.3f} at 443 nm</source>
      <translation>allein die Luft reflektiert bei 443 nm mehr als {value:.3f}</translation>
    </message>
    <message>
      <source>the cirrus band would see one even veil of 0.1 everywhere</source>
      <translation>der Cirrus-Kanal sähe überall einen gleichmäßigen Schleier von 0,1</translation>
    </message>
    <message>
      <source>{share:g} % of the scene ({pixels:,} pixels)</source>
      <translation>{share:g} % der Szene ({pixels:,} Pixel)</translation>
    </message>
    <message>
      <source>about {share:g} % of the scene (about {pixels:,} pixels)</source>
      <translation>rund {share:g} % der Szene (rund {pixels:,} Pixel)</translation>
    </message>
    <message>
      <source>{part} are {held} and touch the border</source>
      <translation>{part} enthalten {held} und berühren den Rand</translation>
    </message>
    <message>
      <source>{part} are {held} and lie in one piece</source>
      <translation>{part} enthalten {held} und liegen an einem Stück</translation>
    </message>
    <message>
      <source>{values} in band {band}</source>
      <translation>{values} in Kanal {band}</translation>
    </message>
    <message>
      <source>{values} in bands {bands}</source>
      <translation>{values} in den Kanälen {bands}</translation>
    </message>
    <message>
      <source>from processing baseline 04.00 on ({date}), ESA adds 1000 to Sentinel-2 numbers, also to older scenes that it processed again (Collection 1); services that harmonise take it off again</source>
      <translation>ab der Processing Baseline 04.00 ({date}) addiert die ESA 1000 zu Sentinel-2-Werten, auch bei älteren Szenen, die sie neu prozessiert (Collection 1); Dienste, die harmonisieren, ziehen sie wieder ab</translation>
    </message>
    <message>
      <source>uncalibrated decibels</source>
      <translation>unkalibrierte Dezibel</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>Dezibel</translation>
    </message>
    <message>
      <source>8 bit as 0 to 1</source>
      <translation>8 Bit als 0 bis 1</translation>
    </message>
    <message>
      <source>counts</source>
      <translation>Zählwerte</translation>
    </message>
    <message>
      <source>unknown scale</source>
      <translation>unbekannte Skala</translation>
    </message>
    <message>
      <source>reflectance</source>
      <translation>Reflektanz</translation>
    </message>
    <message>
      <source>features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>Meter</translation>
    </message>
    <message>
      <source>'{asked}' is no unit of {sensor}</source>
      <translation>„{asked}“ ist keine Einheit von {sensor}</translation>
    </message>
    <message>
      <source>give --units {units}</source>
      <translation>wählen Sie unter {Units} die Einheit ({units})</translation>
    </message>
    <message>
      <source>the values cannot be in unit '{asked}': {problem}</source>
      <translation>die Werte können nicht in der Einheit „{asked}“ sein: {problem}</translation>
    </message>
    <message>
      <source>the {source} says {unit}, but {problem}</source>
      <translation>Angabe von {source}: {unit}; doch {problem}</translation>
    </message>
    <message>
      <source>8-bit numbers</source>
      <translation>8-Bit-Zahlen</translation>
    </message>
    <message>
      <source>{text}; {likely} is likely: the scene is from {when} ({source})</source>
      <translation>{text}; wahrscheinlich ist {likely}: Die Szene ist von {when} ({source})</translation>
    </message>
    <message>
      <source>bands' scale and offset</source>
      <translation>Skala und Offset der Kanäle</translation>
    </message>
    <message>
      <source>tag '{name}'</source>
      <translation>Tag „{name}“</translation>
    </message>
    <message>
      <source>the bands have scales and offsets of their own: {listed}</source>
      <translation>die Kanäle haben eigene Skalen und Offsets: {listed}</translation>
    </message>
    <message>
      <source>they run from {low:.4g} to {high:.4g}</source>
      <translation>sie reichen von {low:.4g} bis {high:.4g}</translation>
    </message>
    <message>
      <source>{span}, and power is never negative</source>
      <translation>{span}, und Leistung ist nie negativ</translation>
    </message>
    <message>
      <source>{span}, and backscatter in dB is mostly negative</source>
      <translation>{span}, und Rückstreuung in dB ist meist negativ</translation>
    </message>
    <message>
      <source>{span}, a reflectance of {low:.4g} to {high:.4g}</source>
      <translation>{span}, eine Reflektanz von {low:.4g} bis {high:.4g}</translation>
    </message>
    <message>
      <source>too few valid pixels to tell dB, power and amplitude apart</source>
      <translation>zu wenige gültige Pixel, um dB, Leistung und Amplitude zu unterscheiden</translation>
    </message>
    <message>
      <source>values: mostly negative, as power and amplitude never are</source>
      <translation>Werte: meist negativ, wie Leistung und Amplitude es nie sind</translation>
    </message>
    <message>
      <source>radar values from {low:.5g} to {high:.5g} look like decibels cast to unsigned 16-bit numbers</source>
      <translation>Radarwerte von {low:.5g} bis {high:.5g} sehen nach Dezibel aus, die in vorzeichenlose 16-Bit-Zahlen gezwungen wurden</translation>
    </message>
    <message>
      <source>{why}: export the scene again</source>
      <translation>{why}: Exportieren Sie die Szene neu</translation>
    </message>
    <message>
      <source>radar values from {low:.4g} to {high:.4g} in no stated unit</source>
      <translation>Radarwerte von {low:.4g} bis {high:.4g} ohne angegebene Einheit</translation>
    </message>
    <message>
      <source>radar values from {low:.4g} to {high:.4g} may be power or amplitude</source>
      <translation>Radarwerte von {low:.4g} bis {high:.4g} können Leistung oder Amplitude sein</translation>
    </message>
    <message>
      <source>the product's definition says {unit}, but {problem}</source>
      <translation>die Definition des Produkts sagt {unit}, doch {problem}</translation>
    </message>
    <message>
      <source>not {unit}: {why}</source>
      <translation>nicht {unit}: {why}</translation>
    </message>
    <message>
      <source>product definition</source>
      <translation>Definition des Produkts</translation>
    </message>
    <message>
      <source>{source} ({reasons})</source>
      <translation>{source} ({reasons})</translation>
    </message>
    <message>
      <source>{dtype} values from {low:.4g} to {high:.4g} may be {meanings}</source>
      <translation>{dtype}-Werte von {low:.4g} bis {high:.4g} können sein: {meanings}</translation>
    </message>
    <message>
      <source>{dtype} values that fit no known unit</source>
      <translation>{dtype}-Werte, die zu keiner bekannten Einheit passen</translation>
    </message>
    <message>
      <source>fractions below 1.5 are no counts</source>
      <translation>Brüche unter 1,5 sind keine Zählwerte</translation>
    </message>
    <message>
      <source>signed numbers end at 32767</source>
      <translation>Zahlen mit Vorzeichen enden bei 32767</translation>
    </message>
    <message>
      <source>{unit} (no reflectance)</source>
      <translation>{unit} (keine Reflektanz)</translation>
    </message>
    <message>
      <source>{unit} (reflectance = DN x {scale:.4g})</source>
      <translation>{unit} (Reflektanz = DN x {scale:.4g})</translation>
    </message>
    <message>
      <source>{unit} (reflectance = DN x {scale:.4g} {offset:+g})</source>
      <translation>{unit} (Reflektanz = DN x {scale:.4g} {offset:+g})</translation>
    </message>
    <message>
      <source>--units {units}</source>
      <translation>die Einheit, unter {Units}: {units}</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} bis {last}</translation>
    </message>
    <message>
      <source>tag {name}</source>
      <translation>Tag {name}</translation>
    </message>
    <message>
      <source>file name</source>
      <translation>Dateiname</translation>
    </message>
    <message>
      <source>layer name</source>
      <translation>Layername</translation>
    </message>
    <message>
      <source>Sentinel-1 C-band radar</source>
      <translation>Sentinel-1 C-Band-Radar</translation>
    </message>
    <message>
      <source>NAIP aerial RGBN</source>
      <translation>NAIP-Luftbild RGBN</translation>
    </message>
    <message>
      <source>Aerial or drone camera, RGB, RGBN or panchromatic</source>
      <translation>Luftbild- oder Drohnenkamera, RGB, RGBN oder panchromatisch</translation>
    </message>
    <message>
      <source>Red, green, blue (and near infrared) imagery of unnamed origin</source>
      <translation>Bilder in Rot, Grün, Blau (und nahem Infrarot) unbekannter Herkunft</translation>
    </message>
    <message>
      <source>EnMAP hyperspectral</source>
      <translation>EnMAP hyperspektral</translation>
    </message>
    <message>
      <source>MODIS land bands</source>
      <translation>MODIS-Landkanäle</translation>
    </message>
    <message>
      <source>Radar backscatter of unnamed origin</source>
      <translation>Radar-Rückstreuung unbekannter Herkunft</translation>
    </message>
    <message>
      <source>Optical imagery of unnamed origin</source>
      <translation>Optische Bilder unbekannter Herkunft</translation>
    </message>
    <message>
      <source>Hyperspectral imagery</source>
      <translation>Hyperspektrale Bilder</translation>
    </message>
    <message>
      <source>Embeddings: features that a model made</source>
      <translation>Embeddings: Merkmale eines Modells</translation>
    </message>
    <message>
      <source>Heights</source>
      <translation>Höhen</translation>
    </message>
    <message>
      <source>band {index} holds numbers of the colours in a palette, which are no measurements</source>
      <translation>Kanal {index} enthält Nummern von Farben einer Palette; das sind keine Messwerte</translation>
    </message>
    <message>
      <source>leave it out: --bands {index}={unused}</source>
      <translation>lassen Sie ihn unter {Bands} weg</translation>
    </message>
    <message>
      <source>numbers of the colours in a palette</source>
      <translation>Nummern von Farben einer Palette</translation>
    </message>
    <message>
      <source>colour interpretation</source>
      <translation>Farbinterpretation</translation>
    </message>
    <message>
      <source>description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <source>band {index} cannot be '{said}'</source>
      <translation>Kanal {index} kann nicht „{said}“ sein</translation>
    </message>
    <message>
      <source>name a band such as B04, red, VV or 665nm, or {unused}</source>
      <translation>nennen Sie einen Kanal wie B04, red, VV oder 665nm, oder {unused}</translation>
    </message>
    <message>
      <source>cannot read the list of wavelengths {path}</source>
      <translation>die Liste der Wellenlängen {path} lässt sich nicht lesen</translation>
    </message>
    <message>
      <source>give a text file, one wavelength a line</source>
      <translation>geben Sie eine Textdatei mit einer Wellenlänge je Zeile an</translation>
    </message>
    <message>
      <source>expected NUMBER=NAME, found '{entry}'</source>
      <translation>erwartet: NUMMER=NAME; gefunden: „{entry}“</translation>
    </message>
    <message>
      <source>write --bands 1=B02,2=665nm</source>
      <translation>benennen Sie die Kanäle unter {Bands}</translation>
    </message>
    <message>
      <source>band {index} is named twice: '{one}' and '{other}'</source>
      <translation>Kanal {index} ist zweimal genannt: „{one}“ und „{other}“</translation>
    </message>
    <message>
      <source>name each band once</source>
      <translation>nennen Sie jeden Kanal einmal</translation>
    </message>
    <message>
      <source>expected a band number, found '{found}'</source>
      <translation>erwartet: die Nummer eines Kanals; gefunden: „{found}“</translation>
    </message>
    <message>
      <source>number bands from 1, as in --bands 1=B02</source>
      <translation>zählen Sie die Kanäle ab 1</translation>
    </message>
    <message>
      <source>ENVI header</source>
      <translation>ENVI-Header</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>{count} wavelengths</source>
      <translation>{count} Wellenlängen</translation>
    </message>
    <message>
      <source>the {source} lists {found} for {count} bands</source>
      <translation>{source} nennt {found} für {count} Kanäle</translation>
    </message>
    <message>
      <source>the list of bad bands (bbl) in the {source} does not fit {count} bands</source>
      <translation>die Liste schlechter Kanäle (bbl) passt nicht zu {count} Kanälen ({source})</translation>
    </message>
    <message>
      <source>the band's tags</source>
      <translation>Tags des Kanals</translation>
    </message>
    <message>
      <source>the {source} (bbl)</source>
      <translation>{source} (bbl)</translation>
    </message>
    <message>
      <source>the {source}</source>
      <translation>{source}</translation>
    </message>
    <message>
      <source>no sensor is called '{sensor}'</source>
      <translation>kein Sensor heißt „{sensor}“</translation>
    </message>
    <message>
      <source>give --sensor with one of: {names}</source>
      <translation>wählen Sie unter {Sensor} einen davon: {names}</translation>
    </message>
    <message>
      <source>there is no band {number}: the scene has {count}</source>
      <translation>es gibt keinen Kanal {number}: Die Szene hat {count}</translation>
    </message>
    <message>
      <source>number bands from 1 in --bands</source>
      <translation>zählen Sie die Kanäle ab 1</translation>
    </message>
    <message>
      <source>left out by the user</source>
      <translation>vom Benutzer weggelassen</translation>
    </message>
    <message>
      <source>give another --sensor than {sensor}, or correct the band with --bands</source>
      <translation>wählen Sie unter {Sensor} einen anderen Sensor als {sensor}, oder berichtigen Sie den Kanal unter {Bands}</translation>
    </message>
    <message>
      <source>band {number} is {found} (from {source}), which {sensor} does not have</source>
      <translation>Kanal {number} ist {found} (aus: {source}), und {sensor} hat keinen solchen</translation>
    </message>
    <message>
      <source>bands {one} and {other} would both be {band} of {sensor}</source>
      <translation>die Kanäle {one} und {other} wären beide {band} von {sensor}</translation>
    </message>
    <message>
      <source>marked as bad in {source}</source>
      <translation>als schlecht markiert ({source})</translation>
    </message>
    <message>
      <source>{band} is thermal: emitted, not reflected</source>
      <translation>{band} ist thermal: ausgestrahlt, nicht reflektiert</translation>
    </message>
    <message>
      <source>every band is marked as bad</source>
      <translation>jeder Kanal ist als schlecht markiert</translation>
    </message>
    <message>
      <source>wavelength ({source})</source>
      <translation>Wellenlänge ({source})</translation>
    </message>
    <message>
      <source>transparency: used as the mask of valid pixels</source>
      <translation>Transparenz: dient als Maske der gültigen Pixel</translation>
    </message>
    <message>
      <source>'{name}' is not a spectral band</source>
      <translation>„{name}“ ist kein spektraler Kanal</translation>
    </message>
    <message>
      <source>'{name}' names no band</source>
      <translation>„{name}“ benennt keinen Kanal</translation>
    </message>
    <message>
      <source>nothing says what it is</source>
      <translation>nichts sagt, was er ist</translation>
    </message>
    <message>
      <source>{said}: name it with --bands {number}=NAME</source>
      <translation>{said}: Sagen Sie unter {Bands}, was er ist</translation>
    </message>
    <message>
      <source>no one sensor has bands called B{value}</source>
      <translation>kein einzelner Sensor hat Kanäle namens B{value}</translation>
    </message>
    <message>
      <source>the bands fit no one sensor: {problem}</source>
      <translation>die Kanäle passen zu keinem einzelnen Sensor: {problem}</translation>
    </message>
    <message>
      <source>user</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <source>--bands @wavelengths.txt (one wavelength in nm a line)</source>
      <translation>die Wellenlängen, unter {Bands} aus einer Datei geladen</translation>
    </message>
    <message>
      <source>{text} (one is called transparency but holds an image, so the colour interpretation proves nothing)</source>
      <translation>{text} (einer heißt Transparenz, enthält aber ein Bild, sodass die Farbinterpretation nichts beweist)</translation>
    </message>
    <message>
      <source>--bands 1={name} (or {others})</source>
      <translation>was der Kanal ist, unter {Bands}: {name} (oder {others})</translation>
    </message>
    <message>
      <source>--bands {bands}</source>
      <translation>die Namen der Kanäle, unter {Bands}: {bands}</translation>
    </message>
    <message>
      <source>nothing says which band is which: {doubt}</source>
      <translation>nichts sagt, welcher Kanal welcher ist: {doubt}</translation>
    </message>
    <message>
      <source>nothing says the wavelengths of the {count} bands</source>
      <translation>nichts nennt die Wellenlängen der {count} Kanäle</translation>
    </message>
    <message>
      <source>nothing says what the band is</source>
      <translation>nichts sagt, was der Kanal ist</translation>
    </message>
    <message>
      <source>nothing says which band is which</source>
      <translation>nichts sagt, welcher Kanal welcher ist</translation>
    </message>
    <message>
      <source>{why} (no sure name of a band in {names})</source>
      <translation>{why} (kein sicherer Name eines Kanals in {names})</translation>
    </message>
    <message>
      <source>--bands NUMBER={unused},... for the bad bands (--bands 1={unused} leaves out band 1)</source>
      <translation>die schlechten Kanäle, unter {Bands} weggelassen</translation>
    </message>
    <message>
      <source>these</source>
      <translation>diesen Namen</translation>
    </message>
    <message>
      <source>bands called {names} are other wavelengths on other sensors</source>
      <translation>Kanäle namens {names} sind auf anderen Sensoren andere Wellenlängen</translation>
    </message>
    <message>
      <source>--sensor {sensors}</source>
      <translation>den Sensor, unter {Sensor}: {sensors}</translation>
    </message>
    <message>
      <source>band {index} is called '{called}'</source>
      <translation>Kanal {index} heißt „{called}“</translation>
    </message>
    <message>
      <source>bands {first} and {second} are both {name}</source>
      <translation>die Kanäle {first} und {second} sind beide {name}</translation>
    </message>
    <message>
      <source>the wavelengths are {listed} in the unit '{unit}'</source>
      <translation>die Wellenlängen sind {listed} in der Einheit „{unit}“</translation>
    </message>
    <message>
      <source>the wavelengths are {listed} without a unit</source>
      <translation>die Wellenlängen sind {listed} ohne Einheit</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>null</source>
      <translation>null</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>eine Liste</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>ein Objekt</translation>
    </message>
    <message>
      <source>{what} has no field '{name}'</source>
      <translation>{what}: Das Feld „{name}“ gibt es nicht</translation>
    </message>
    <message>
      <source>it has: {names}</source>
      <translation>es gibt: {names}</translation>
    </message>
    <message>
      <source>an object whose keys are each {kind}</source>
      <translation>ein Objekt mit Schlüsseln dieser Art: {kind}</translation>
    </message>
    <message>
      <source>an object whose values are each {kind}</source>
      <translation>ein Objekt mit Werten dieser Art: {kind}</translation>
    </message>
    <message>
      <source>{what} must be {expected}; found {found}</source>
      <translation>{what}: erwartet wird {expected}; gefunden: {found}</translation>
    </message>
    <message>
      <source>'{name}' of {what} must be {expected}; found {found}</source>
      <translation>{what}: „{name}“ muss so sein: {expected}; gefunden: {found}</translation>
    </message>
    <message>
      <source>correct '{name}'</source>
      <translation>berichtigen Sie „{name}“</translation>
    </message>
    <message>
      <source>a list of {count}</source>
      <translation>eine Liste von {count}</translation>
    </message>
    <message>
      <source>an object of {names}</source>
      <translation>ein Objekt aus {names}</translation>
    </message>
    <message>
      <source>a list, each {kind}</source>
      <translation>eine Liste, jeweils {kind}</translation>
    </message>
    <message>
      <source>{what} lacks the field '{name}'</source>
      <translation>{what}: Das Feld „{name}“ fehlt</translation>
    </message>
    <message>
      <source>add it</source>
      <translation>ergänzen Sie es</translation>
    </message>
    <message>
      <source>all pixels of the scene are alike</source>
      <translation>alle Pixel der Szene sind gleich</translation>
    </message>
    <message>
      <source>check what counts as nodata, and the bands</source>
      <translation>prüfen Sie, was als NoData zählt, und die Kanäle</translation>
    </message>
    <message>
      <source>the scene does not fall into {clusters} clusters</source>
      <translation>die Szene zerfällt nicht in {clusters} Cluster</translation>
    </message>
    <message>
      <source>ask for fewer: --classes {fewer}</source>
      <translation>verlangen Sie weniger: {fewer} Klassen</translation>
    </message>
    <message>
      <source>the engine's log</source>
      <translation>das Protokoll der Engine</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller extent or model</source>
      <translation>schließen Sie andere Programme, oder wählen Sie eine kleinere Ausdehnung oder ein kleineres Modell</translation>
    </message>
    <message>
      <source>unexpected {what}</source>
      <translation>unerwartet: {what}</translation>
    </message>
    <message>
      <source>this is a fault of the engine; {where} has the details</source>
      <translation>dies ist ein Fehler der Engine; Einzelheiten: {where}</translation>
    </message>
    <message>
      <source>expected a new job id, found {found}</source>
      <translation>erwartet: eine neue Job-Kennung; gefunden: {found}</translation>
    </message>
    <message>
      <source>the plugin and the engine differ: update both</source>
      <translation>Erweiterung und Engine passen nicht zusammen: Aktualisieren Sie beide</translation>
    </message>
    <message>
      <source>cannot go on from {path}: {why}</source>
      <translation>von {path} aus geht es nicht weiter: {why}</translation>
    </message>
    <message>
      <source>start a new run, with another --out</source>
      <translation>beginnen Sie einen neuen Lauf mit einem anderen Namen unter {Output}</translation>
    </message>
    <message>
      <source>{count} chips of {table} are not in {sources}; the first: {first}</source>
      <translation>{count} Ausschnitte aus {table} sind nicht in {sources}; der erste: {first}</translation>
    </message>
    <message>
      <source>name chips by their path in the folder, their file's name or its stem</source>
      <translation>nennen Sie Ausschnitte beim Pfad im Ordner, beim Dateinamen oder ohne dessen Endung</translation>
    </message>
    <message>
      <source>{count} names in {table} are those of several chips; the first, {first}, of {chips}</source>
      <translation>{count} Namen in {table} gehören zu mehreren Ausschnitten; der erste, {first}, zu {chips}</translation>
    </message>
    <message>
      <source>name chips by their path in the folder</source>
      <translation>benennen Sie Ausschnitte mit ihrem Pfad im Ordner</translation>
    </message>
    <message>
      <source>the table {path} cannot be read: {error}</source>
      <translation>die Tabelle {path} lässt sich nicht lesen: {error}</translation>
    </message>
    <message>
      <source>give a CSV file with a header</source>
      <translation>geben Sie eine CSV-Datei mit Kopfzeile an</translation>
    </message>
    <message>
      <source>no column '{field}' in {path}; beside the names it has: {columns}</source>
      <translation>keine Spalte „{field}“ in {path}; neben den Namen gibt es: {columns}</translation>
    </message>
    <message>
      <source>name it: --field</source>
      <translation>wählen Sie sie unter {Field}</translation>
    </message>
    <message>
      <source>expected chips of two classes or more; found {classes}</source>
      <translation>erwartet: Ausschnitte von zwei oder mehr Klassen; gefunden: {classes}</translation>
    </message>
    <message>
      <source>put the chips of each class into a folder of its name, or give a table to --labels</source>
      <translation>legen Sie die Ausschnitte jeder Klasse in einen Ordner ihres Namens, oder wählen Sie eine Tabelle unter {Labels}</translation>
    </message>
    <message>
      <source>the chips differ in their bands</source>
      <translation>die Ausschnitte unterscheiden sich in ihren Kanälen</translation>
    </message>
    <message>
      <source>give chips of one product, or say which with --bands</source>
      <translation>geben Sie Ausschnitte eines Produkts an, oder sagen Sie unter {Bands}, welche es sind</translation>
    </message>
    <message>
      <source>all chips of a class lie in one place: nothing is left to check the model with</source>
      <translation>alle Ausschnitte einer Klasse liegen an einem Ort: Nichts bleibt, um das Modell zu prüfen</translation>
    </message>
    <message>
      <source>add chips of this class from other places</source>
      <translation>fügen Sie Ausschnitte dieser Klasse von anderen Orten hinzu</translation>
    </message>
    <message>
      <source>no chip holds a valid pixel</source>
      <translation>kein Ausschnitt enthält ein gültiges Pixel</translation>
    </message>
    <message>
      <source>check their nodata value</source>
      <translation>prüfen Sie ihren Nodata-Wert</translation>
    </message>
    <message>
      <source>no pixel of the label raster {path} with a value lies on the scene {name}</source>
      <translation>kein Pixel des Label-Rasters {path} mit einem Wert liegt auf der Szene {name}</translation>
    </message>
    <message>
      <source>give a label raster of this scene</source>
      <translation>geben Sie ein Label-Raster dieser Szene an</translation>
    </message>
    <message>
      <source>expected one band of values in the label raster {labels}; found {bands}</source>
      <translation>erwartet wurde ein Kanal mit Werten im Label-Raster {labels}; gefunden: {bands}</translation>
    </message>
    <message>
      <source>write the band that holds the labels into a file of its own; the colours of a picture are no labels</source>
      <translation>schreiben Sie den Kanal mit den Labels in eine eigene Datei; die Farben eines Bildes sind keine Labels</translation>
    </message>
    <message>
      <source>{height} x {width} pixels</source>
      <translation>{height} x {width} Pixel</translation>
    </message>
    <message>
      <source>the label raster {labels} ({size}) has a CRS, the scene {scene} ({expected}) has none</source>
      <translation>das Label-Raster {labels} ({size}) hat ein KBS, die Szene {scene} ({expected}) hat keines</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE; without a place on the ground, give labels on its own grid</source>
      <translation>setzen Sie das KBS der Szene mit Layer &gt; KBS von Layer(n) setzen; ohne Platz am Boden geben Sie Labels auf ihrem eigenen Gitter an</translation>
    </message>
    <message>
      <source>the label raster {labels} has no CRS, and {size} where the scene {scene} has {expected}</source>
      <translation>das Label-Raster {labels} hat kein KBS, und {size}, wo die Szene {scene} {expected} hat</translation>
    </message>
    <message>
      <source>give a label raster on the scene's own grid, or assign it its CRS and place</source>
      <translation>geben Sie ein Label-Raster auf dem Gitter der Szene an, oder weisen Sie ihm KBS und Lage zu</translation>
    </message>
    <message>
      <source>no such labels: {labels}</source>
      <translation>es gibt keine solchen Labels: {labels}</translation>
    </message>
    <message>
      <source>expected one label raster for {scene} in {folder}, such as {example}; found {names}</source>
      <translation>erwartet: ein Label-Raster für {scene} in {folder}, etwa {example}; gefunden: {names}</translation>
    </message>
    <message>
      <source>name the label rasters after their scenes</source>
      <translation>benennen Sie die Label-Raster nach ihren Szenen</translation>
    </message>
    <message>
      <source>no label is {missing}; there are {there}</source>
      <translation>kein Label ist {missing}; es gibt {there}</translation>
    </message>
    <message>
      <source>name some of those in --classes</source>
      <translation>wählen Sie einige davon als Klassen</translation>
    </message>
    <message>
      <source>expected labels of two classes or more; found {there}</source>
      <translation>erwartet: Labels von zwei oder mehr Klassen; gefunden: {there}</translation>
    </message>
    <message>
      <source>name a second one in --classes</source>
      <translation>wählen Sie eine zweite Klasse</translation>
    </message>
    <message>
      <source>{name} has {count:,} cells of {cell_px} pixels, too many to look for labels in</source>
      <translation>{name} hat {count:,} Zellen von {cell_px} Pixeln, zu viele, um darin nach Labels zu suchen</translation>
    </message>
    <message>
      <source>give chips of more pixels, or cut the scene to the labelled part</source>
      <translation>nehmen Sie Ausschnitte mit mehr Pixeln, oder schneiden Sie die Szene auf den gelabelten Teil zu</translation>
    </message>
    <message>
      <source>all labels lie within {cell_px} pixels of each other: nothing is left to check the model with</source>
      <translation>alle Labels liegen innerhalb von {cell_px} Pixeln: Nichts bleibt, um das Modell zu prüfen</translation>
    </message>
    <message>
      <source>label places further apart</source>
      <translation>setzen Sie Labels weiter auseinander</translation>
    </message>
    <message>
      <source>Fine-tuning {name}</source>
      <translation>Feinabstimmung: {name}</translation>
    </message>
    <message>
      <source>held-out places, pixels</source>
      <translation>ausgelassene Orte, Pixel</translation>
    </message>
    <message>
      <source>held-out chips</source>
      <translation>ausgelassene Ausschnitte</translation>
    </message>
    <message>
      <source>out of memory with {batch} chips at once</source>
      <translation>nicht genug Speicher für {batch} Ausschnitte zugleich</translation>
    </message>
    <message>
      <source>give --batch {chips}</source>
      <translation>stellen Sie {Chips} auf {chips}</translation>
    </message>
    <message>
      <source>the loss of step {step} is no finite number</source>
      <translation>der Verlust in Schritt {step} ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>give --lr {rate:.1g}</source>
      <translation>stellen Sie {LearningRate} auf {rate:.1g}</translation>
    </message>
    <message>
      <source>the best weights of the run are gone: {error}</source>
      <translation>die besten Gewichte des Laufs sind fort: {error}</translation>
    </message>
    <message>
      <source>start the run again</source>
      <translation>starten Sie den Lauf erneut</translation>
    </message>
    <message>
      <source>Only 1 label was held out, so the scores are rough</source>
      <translation>Nur 1 Label wurde ausgelassen, die Werte sind daher grob</translation>
    </message>
    <message>
      <source>Only {count} labels were held out, so the scores are rough</source>
      <translation>Nur {count} Labels wurden ausgelassen, daher sind die Bewertungen grob</translation>
    </message>
    <message>
      <source>{rough}; to map a scene from few labels, classify it instead</source>
      <translation>{rough}; um eine Szene aus wenigen Labels zu kartieren, klassifizieren Sie sie</translation>
    </message>
    <message>
      <source>{name} has no held-out labels, so no score counts it: label it in more places.</source>
      <translation>{name} hat keine ausgelassenen Labels, daher zählt keine Bewertung die Klasse: Setzen Sie Labels an mehr Orten.</translation>
    </message>
    <message>
      <source>no labels were named</source>
      <translation>es wurden keine Labels genannt</translation>
    </message>
    <message>
      <source>give a vector file, a label raster, or a folder of them</source>
      <translation>geben Sie eine Vektordatei, ein Label-Raster oder einen Ordner damit an</translation>
    </message>
    <message>
      <source>No held-out place shows {classes}: nothing is known of how well it is mapped.</source>
      <translation>Kein ausgelassener Ort zeigt {classes}: Nichts ist darüber bekannt, wie gut das kartiert wird.</translation>
    </message>
    <message>
      <source>no label of {classes} lies on data of the scenes</source>
      <translation>kein Label von {classes} liegt auf Daten der Szenen</translation>
    </message>
    <message>
      <source>take it out of --classes</source>
      <translation>nehmen Sie sie aus den Klassen heraus</translation>
    </message>
    <message>
      <source>Classes left out, without a label on data of the scenes: {count} ({classes}).</source>
      <translation>Weggelassene Klassen, ohne Label auf Daten der Szenen: {count} ({classes}).</translation>
    </message>
    <message>
      <source>The pixel size of {scene} is unknown; the model was told 10 m.</source>
      <translation>Die Pixelgröße von {scene} ist unbekannt; dem Modell wurden 10 m gesagt.</translation>
    </message>
    <message>
      <source>{scene}: {fill}; they count as nodata.</source>
      <translation>{scene}: {fill}; sie zählen als Nodata.</translation>
    </message>
    <message>
      <source>a regression learns numbers and has no classes</source>
      <translation>eine Regression lernt Zahlen und hat keine Klassen</translation>
    </message>
    <message>
      <source>leave --classes out</source>
      <translation>lassen Sie die Klassen weg</translation>
    </message>
    <message>
      <source>expected numbers in '{field}'; found '{value}'</source>
      <translation>erwartet: Zahlen in „{field}“; gefunden: „{value}“</translation>
    </message>
    <message>
      <source>name another field: --field NAME</source>
      <translation>wählen Sie ein anderes Feld unter {Field}</translation>
    </message>
    <message>
      <source>Nothing fixes the scale of these numbers, so {model} saw them relative to the training set.</source>
      <translation>Nichts legt die Skala dieser Zahlen fest; {model} hat sie daher im Vergleich zum Trainingssatz gesehen.</translation>
    </message>
    <message>
      <source>--classes is for the labels of pixels</source>
      <translation>Die Wahl der Klassen ist für die Labels von Pixeln</translation>
    </message>
    <message>
      <source>leave it out, and rename the chips' classes</source>
      <translation>lassen Sie es weg und benennen Sie die Klassen der Ausschnitte um</translation>
    </message>
    <message>
      <source>a chip has several classes, or none</source>
      <translation>ein Ausschnitt hat mehrere Klassen oder keine</translation>
    </message>
    <message>
      <source>give --task multilabel</source>
      <translation>wählen Sie „multilabel“ unter {Task}</translation>
    </message>
    <message>
      <source>The chips have no place on the ground: what was held out was drawn by chance.</source>
      <translation>Die Ausschnitte haben keinen Platz am Boden: Was ausgelassen wurde, hat der Zufall bestimmt.</translation>
    </message>
    <message>
      <source>{folder} exists and is no run</source>
      <translation>{folder} gibt es schon und ist kein Lauf</translation>
    </message>
    <message>
      <source>give another --out</source>
      <translation>geben Sie unter {Output} einen anderen Namen an</translation>
    </message>
    <message>
      <source>{folder} holds {what}</source>
      <translation>{folder} enthält {what}</translation>
    </message>
    <message>
      <source>give another --out, or --overwrite to replace it</source>
      <translation>geben Sie unter {Output} einen anderen Namen an</translation>
    </message>
    <message>
      <source>{folder} holds an input of this job, {path}</source>
      <translation>{folder} enthält eine Eingabe dieses Jobs, {path}</translation>
    </message>
    <message>
      <source>another run is training in {folder}</source>
      <translation>ein anderer Lauf trainiert gerade in {folder}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another --out</source>
      <translation>warten Sie, bis er beendet ist, oder geben Sie unter {Output} einen anderen Namen an</translation>
    </message>
    <message>
      <source>choose one you may write to</source>
      <translation>wählen Sie einen, in den Sie schreiben dürfen</translation>
    </message>
    <message>
      <source>a finished model</source>
      <translation>ein fertiges Modell</translation>
    </message>
    <message>
      <source>a run that cannot be read</source>
      <translation>einen Lauf, der sich nicht lesen lässt</translation>
    </message>
    <message>
      <source>an unfinished run of another request</source>
      <translation>einen unvollendeten Lauf einer anderen Anfrage</translation>
    </message>
    <message>
      <source>an unfinished run of files that have changed since ({changed})</source>
      <translation>einen unvollendeten Lauf mit Dateien, die sich seitdem geändert haben ({changed})</translation>
    </message>
    <message>
      <source>expected a mode of {modes}; found '{mode}'</source>
      <translation>erwartet: einer der Modi {modes}; gefunden: „{mode}“</translation>
    </message>
    <message>
      <source>give one of them</source>
      <translation>geben Sie einen davon an</translation>
    </message>
    <message>
      <source>expected 1 or more {name}; found {found}</source>
      <translation>erwartet: 1 oder mehr {name}; gefunden: {found}</translation>
    </message>
    <message>
      <source>correct {name}</source>
      <translation>berichtigen Sie {name}</translation>
    </message>
    <message>
      <source>the head upernet normalises over the chips of a step, and of 1 chip there is nothing to normalise</source>
      <translation>der Kopf upernet normiert über die Ausschnitte eines Schritts, und bei 1 Ausschnitt gibt es nichts zu normieren</translation>
    </message>
    <message>
      <source>give --batch 2, or another --head</source>
      <translation>stellen Sie {Chips} auf 2, oder wählen Sie einen anderen Kopf</translation>
    </message>
    <message>
      <source>expected a rate between 0 and 1, patience and seed of 0 or more; found {lr:g}, {patience}, {seed}</source>
      <translation>erwartet: eine Rate zwischen 0 und 1, Geduld und Startwert ab 0; gefunden: {lr:g}, {patience}, {seed}</translation>
    </message>
    <message>
      <source>expected a task of {tasks}; found '{task}'</source>
      <translation>erwartet: eine der Aufgaben {tasks}; gefunden: „{task}“</translation>
    </message>
    <message>
      <source>give one to --task</source>
      <translation>wählen Sie eine unter {Task}</translation>
    </message>
    <message>
      <source>expected a head of {heads} for {task}; found '{head}'</source>
      <translation>erwartet: einer der Köpfe {heads} für {task}; gefunden: „{head}“</translation>
    </message>
    <message>
      <source>give one</source>
      <translation>geben Sie einen an</translation>
    </message>
    <message>
      <source>{name}: {low:.3g} (dark) to {high:.3g} (bright)</source>
      <translation>{name}: {low:.3g} (dunkel) bis {high:.3g} (hell)</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <source>best {metric} {score:.3f} at step {step:,}</source>
      <translation>bestes {metric} {score:.3f} bei Schritt {step:,}</translation>
    </message>
    <message>
      <source>Loss: learnt from, and held out (dots)</source>
      <translation>Verlust: gelernt und ausgelassen (Punkte)</translation>
    </message>
    <message>
      <source>{metric} on held-out places</source>
      <translation>{metric} auf ausgelassenen Orten</translation>
    </message>
    <message>
      <source>step</source>
      <translation>Schritt</translation>
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
      <source>S&amp;tart</source>
      <translation>&amp;Starten</translation>
    </message>
    <message>
      <source>Go to layers, classes and labels</source>
      <translation>Zu Layern, Klassen und Labels</translation>
    </message>
    <message>
      <source>Rep&amp;air</source>
      <translation>Re&amp;parieren</translation>
    </message>
    <message>
      <source>Install the engine afresh; the present one is kept until the new one is proven</source>
      <translation>Die Engine neu installieren; die jetzige bleibt, bis die neue geprüft ist</translation>
    </message>
    <message>
      <source>Remove</source>
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
      <source>Private e&amp;nvironment (recommended)</source>
      <translation>Eigene Um&amp;gebung (empfohlen)</translation>
    </message>
    <message>
      <source>pip fetches the engine's packages into a folder of their own</source>
      <translation>pip holt die Pakete der Engine in einen eigenen Ordner</translation>
    </message>
    <message>
      <source>Private environment from an offline folder</source>
      <translation>Eigene Umgebung aus O&amp;ffline-Ordner</translation>
    </message>
    <message>
      <source>For computers without a network: the packages come from a folder of wheels</source>
      <translation>Für Rechner ohne Netz: Die Pakete kommen aus einem Ordner mit Wheels</translation>
    </message>
    <message>
      <source>Cop&amp;y the command that collects them</source>
      <translation>Befehl &amp;zum Sammeln kopieren</translation>
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
      <source>Additional package inde&amp;x</source>
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
      <source>C&amp;ancel</source>
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
      <source>Copy dia&amp;gnostics</source>
      <translation>Diagnose &amp;kopieren</translation>
    </message>
    <message>
      <source>Versions, device and the end of the log for a report, without the name of your home folder</source>
      <translation>Versionen, Gerät und Ende des Protokolls für eine Meldung, ohne den Namen des Benutzerordners</translation>
    </message>
  </context>
</TS>
