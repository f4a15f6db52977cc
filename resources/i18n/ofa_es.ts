<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>&amp;Bands…</source>
      <translation>&amp;Bandas…</translation>
    </message>
    <message>
      <source>Outp&amp;ut</source>
      <translation>&amp;Salida</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Campo</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Extensión</translation>
    </message>
    <message>
      <source>Chips</source>
      <translation>Recortes</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Precisión</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Tarea</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Aprender</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entrenar</translation>
    </message>
    <message>
      <source>Skip damaged blocks</source>
      <translation>Omitir bloques dañados</translation>
    </message>
    <message>
      <source>Inspect a scene</source>
      <translation>Inspeccionar una escena</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>«{name}»</translation>
    </message>
    <message>
      <source>train a model on the page {Train}, or map with labels</source>
      <translation>entrene un modelo en la página {Train}, o cartografíe con etiquetas</translation>
    </message>
    <message>
      <source>; the set-up page (⚙) copies the diagnostics</source>
      <translation>; la página de instalación (⚙) copia el diagnóstico</translation>
    </message>
    <message>
      <source>the list {Model} has those that work</source>
      <translation>la lista {Model} tiene los que funcionan</translation>
    </message>
    <message>
      <source>look at one of them with {Inspect}</source>
      <translation>examine una de ellas con {Inspect}</translation>
    </message>
    <message>
      <source>or add your folder of models</source>
      <translation>o añada su carpeta de modelos</translation>
    </message>
    <message>
      <source>see under Information in the layer’s properties whether QGIS can read it</source>
      <translation>vea en Información de las propiedades de la capa si QGIS puede leerla</translation>
    </message>
    <message>
      <source>give a report.json of an earlier map</source>
      <translation>indique el report.json de un mapa anterior</translation>
    </message>
    <message>
      <source>join the bands with Raster &gt; Miscellaneous &gt; Build Virtual Raster, each file as a separate band; they are {bands}</source>
      <translation>una las bandas con Ráster &gt; Miscelánea &gt; Construir ráster virtual, cada archivo en una banda separada; son {bands}</translation>
    </message>
    <message>
      <source>untick “No data value” under Transparency in the layer’s properties</source>
      <translation>desmarque «Valor sin datos» en Transparencia en las propiedades de la capa</translation>
    </message>
    <message>
      <source>set the scene’s CRS with Layer &gt; Set CRS of Layer(s)</source>
      <translation>establezca el SRC de la escena con Capa &gt; Establecer SRC de la(s) capa(s)</translation>
    </message>
    <message>
      <source>give another name under {Output}</source>
      <translation>indique otro nombre en {Output}</translation>
    </message>
    <message>
      <source>choose the field of the class under {Field}</source>
      <translation>elija el campo de la clase en {Field}</translation>
    </message>
    <message>
      <source>give the scene in those units, choose its units under {Bands}</source>
      <translation>use la escena en esas unidades, elija sus unidades en {Bands}</translation>
    </message>
    <message>
      <source>choose the units under {Bands} ({units})</source>
      <translation>elija las unidades en {Bands} ({units})</translation>
    </message>
    <message>
      <source>say under {Bands} what the band is</source>
      <translation>indique en {Bands} qué es la banda</translation>
    </message>
    <message>
      <source>say under {Bands} which band it is</source>
      <translation>indique en {Bands} qué banda es</translation>
    </message>
    <message>
      <source>say under {Bands} what it is</source>
      <translation>indique en {Bands} qué es</translation>
    </message>
    <message>
      <source>number bands from 1</source>
      <translation>numere las bandas desde 1</translation>
    </message>
    <message>
      <source>choose another sensor than {sensor}, or correct the band, under {Bands}</source>
      <translation>elija en {Bands} un sensor distinto de {sensor}, o corrija la banda</translation>
    </message>
    <message>
      <source>choose the sensor under {Bands}: {names}</source>
      <translation>elija el sensor en {Bands}: {names}</translation>
    </message>
    <message>
      <source>choose the sensor under {Bands}</source>
      <translation>elija el sensor en {Bands}</translation>
    </message>
    <message>
      <source>say which under {Bands}</source>
      <translation>indique cuáles en {Bands}</translation>
    </message>
    <message>
      <source>load the wavelengths under {Bands}</source>
      <translation>cargue las longitudes de onda en {Bands}</translation>
    </message>
    <message>
      <source>leave the bad bands out under {Bands}</source>
      <translation>excluya las bandas malas en {Bands}</translation>
    </message>
    <message>
      <source>name the bands under {Bands}</source>
      <translation>nombre las bandas en {Bands}</translation>
    </message>
    <message>
      <source>Say under {Bands} if it was measured</source>
      <translation>Indique en {Bands} si se midió</translation>
    </message>
    <message>
      <source>say under {Bands} whether they are nodata or were measured</source>
      <translation>indique en {Bands} si son sin datos o se midieron</translation>
    </message>
    <message>
      <source>set them under Transparency in the layer’s properties</source>
      <translation>establézcalos en Transparencia en las propiedades de la capa</translation>
    </message>
    <message>
      <source>or correct the scene’s with Layer &gt; Set CRS of Layer(s)</source>
      <translation>o corrija el de la escena con Capa &gt; Establecer SRC de la(s) capa(s)</translation>
    </message>
    <message>
      <source>choose another field under {Field}, if the class is in another one</source>
      <translation>elija otro campo en {Field} si la clase está en otro</translation>
    </message>
    <message>
      <source>add a field that holds the class, and choose it under {Field}</source>
      <translation>añada un campo con la clase y elíjalo en {Field}</translation>
    </message>
    <message>
      <source>choose another field under {Field}</source>
      <translation>elija otro campo en {Field}</translation>
    </message>
    <message>
      <source>choose another field under {Field}: {names}</source>
      <translation>elija otro campo en {Field}: {names}</translation>
    </message>
    <message>
      <source>load one of them as a layer, and choose it under {Labels}</source>
      <translation>cargue una de ellas como capa y elíjala en {Labels}</translation>
    </message>
    <message>
      <source>choose a table under {Labels}</source>
      <translation>elija una tabla en {Labels}</translation>
    </message>
    <message>
      <source>start a new run with another name under {Output}</source>
      <translation>empiece otra ejecución con otro nombre en {Output}</translation>
    </message>
    <message>
      <source>give a name under {Output}</source>
      <translation>indique un nombre en {Output}</translation>
    </message>
    <message>
      <source>choose one of them under {Bits}</source>
      <translation>elija uno de ellos en {Bits}</translation>
    </message>
    <message>
      <source>set the device to auto or cpu</source>
      <translation>ponga el dispositivo en auto o cpu</translation>
    </message>
    <message>
      <source>choose one of them</source>
      <translation>elija uno de ellos</translation>
    </message>
    <message>
      <source>choose another device</source>
      <translation>elija otro dispositivo</translation>
    </message>
    <message>
      <source>or set the device to cpu</source>
      <translation>o ponga el dispositivo en cpu</translation>
    </message>
    <message>
      <source>choose one of them under {Precision}</source>
      <translation>elija una de ellas en {Precision}</translation>
    </message>
    <message>
      <source>choose auto under {Precision}</source>
      <translation>elija auto en {Precision}</translation>
    </message>
    <message>
      <source>choose one of them under {Model}</source>
      <translation>elija uno de ellos en {Model}</translation>
    </message>
    <message>
      <source>choose a smaller area under {Extent}</source>
      <translation>elija un área menor en {Extent}</translation>
    </message>
    <message>
      <source>leave {Extent} empty</source>
      <translation>deje {Extent} vacía</translation>
    </message>
    <message>
      <source>or do without these: {SkipDamaged} of the algorithms in the Processing toolbox</source>
      <translation>o prescinda de estos: {SkipDamaged} de los algoritmos de la caja de herramientas de procesos</translation>
    </message>
    <message>
      <source>give each class a value of its own</source>
      <translation>dé a cada clase un valor propio</translation>
    </message>
    <message>
      <source>give each class a whole number from 1 to 255</source>
      <translation>dé a cada clase un número entero de 1 a 255</translation>
    </message>
    <message>
      <source>choose another colour in the list of classes</source>
      <translation>elija otro color en la lista de clases</translation>
    </message>
    <message>
      <source>take it out of the classes</source>
      <translation>quítela de las clases</translation>
    </message>
    <message>
      <source>choose some of those as classes</source>
      <translation>elija algunas de ellas como clases</translation>
    </message>
    <message>
      <source>choose a second class</source>
      <translation>elija una segunda clase</translation>
    </message>
    <message>
      <source>choose “{task}” under {Task}</source>
      <translation>elija «{task}» en {Task}</translation>
    </message>
    <message>
      <source>choose one under {Task}</source>
      <translation>elija una en {Task}</translation>
    </message>
    <message>
      <source>set {Chips} to {count}</source>
      <translation>ponga {Chips} en {count}</translation>
    </message>
    <message>
      <source>set {LearningRate} to {rate}</source>
      <translation>ponga {LearningRate} en {rate}</translation>
    </message>
    <message>
      <source>give another name under {Name}</source>
      <translation>indique otro nombre en {Name}</translation>
    </message>
    <message>
      <source>give a name under {Name}</source>
      <translation>indique un nombre en {Name}</translation>
    </message>
    <message>
      <source>choose one of them under {StartFrom}</source>
      <translation>elija uno de ellos en {StartFrom}</translation>
    </message>
    <message>
      <source>choose another kind under {Learn}</source>
      <translation>elija otra opción en {Learn}</translation>
    </message>
    <message>
      <source>Reading the scene</source>
      <translation>Leyendo la escena</translation>
    </message>
    <message>
      <source>Learning from the labels</source>
      <translation>Aprendiendo de las etiquetas</translation>
    </message>
    <message>
      <source>Mapping</source>
      <translation>Cartografiando</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>Calculando características</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Creando polígonos</translation>
    </message>
    <message>
      <source>Writing the report</source>
      <translation>Escribiendo el informe</translation>
    </message>
    <message>
      <source>Looking at chips</source>
      <translation>Leyendo recortes</translation>
    </message>
    <message>
      <source>Preparing the head</source>
      <translation>Preparando la cabeza</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entrenando</translation>
    </message>
    <message>
      <source>Drawing examples</source>
      <translation>Dibujando ejemplos</translation>
    </message>
    <message>
      <source>Checking the machine</source>
      <translation>Comprobando el equipo</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>sin usar</translation>
    </message>
    <message>
      <source>choose…</source>
      <translation>elegir…</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>aún desconocido</translation>
    </message>
    <message>
      <source>Layer band</source>
      <translation>Banda de la capa</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>Significado</translation>
    </message>
    <message>
      <source>Wavelength</source>
      <translation>Longitud de onda</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unidad</translation>
    </message>
    <message>
      <source>Read from</source>
      <translation>Leído de</translation>
    </message>
    <message>
      <source>What the band is: choose, or type a wavelength such as 665nm.</source>
      <translation>Qué es la banda: elegir, o escribir una longitud de onda como 665nm.</translation>
    </message>
    <message>
      <source>{wavelength} nm</source>
      <translation>{wavelength} nm</translation>
    </message>
    <message>
      <source>your answer</source>
      <translation>su respuesta</translation>
    </message>
    <message>
      <source>Bands in this order: {bands}</source>
      <translation>Bandas en este orden: {bands}</translation>
    </message>
    <message>
      <source>Sentinel-2, 10 m bands, ESA order</source>
      <translation>Sentinel-2, bandas de 10 m, orden de la ESA</translation>
    </message>
    <message>
      <source>Sentinel-2, 10 m and 20 m bands, ESA order</source>
      <translation>Sentinel-2, bandas de 10 m y 20 m, orden de la ESA</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A, all 12 bands, ESA order</source>
      <translation>Sentinel-2 L2A, las 12 bandas, orden de la ESA</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C, all 13 bands, ESA order</source>
      <translation>Sentinel-2 L1C, las 13 bandas, orden de la ESA</translation>
    </message>
    <message>
      <source>Landsat 8/9 SR, B1 to B7</source>
      <translation>Landsat 8/9 SR, B1 a B7</translation>
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
      <translation>PlanetScope, 4 bandas</translation>
    </message>
    <message>
      <source>PlanetScope, 8 bands</source>
      <translation>PlanetScope, 8 bandas</translation>
    </message>
    <message>
      <source>Bands of {layer}</source>
      <translation>Bandas de {layer}</translation>
    </message>
    <message>
      <source>&amp;Wavelengths from a file…</source>
      <translation>&amp;Longitudes de onda de un archivo…</translation>
    </message>
    <message>
      <source>A text file with one wavelength in nanometres a line, one line for each band</source>
      <translation>Un archivo de texto con una longitud de onda en nanómetros por línea, una línea por banda</translation>
    </message>
    <message>
      <source>&amp;No data</source>
      <translation>Si&amp;n datos</translation>
    </message>
    <message>
      <source>&amp;Sensor</source>
      <translation>&amp;Sensor</translation>
    </message>
    <message>
      <source>&amp;Units</source>
      <translation>&amp;Unidades</translation>
    </message>
    <message>
      <source>Order of bands</source>
      <translation>Orden de las bandas</translation>
    </message>
    <message>
      <source>&amp;Forget my answers</source>
      <translation>&amp;Olvidar mis respuestas</translation>
    </message>
    <message>
      <source>read from: {source}</source>
      <translation>leído de: {source}</translation>
    </message>
    <message>
      <source>Your answers are kept with the layer; Processing uses them, too.</source>
      <translation>Sus respuestas se guardan con la capa; también las usa Procesos.</translation>
    </message>
    <message>
      <source>Wavelengths</source>
      <translation>Longitudes de onda</translation>
    </message>
    <message>
      <source>Text (*.txt *.csv);;All files (*)</source>
      <translation>Texto (*.txt *.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
      <source>as read from the file</source>
      <translation>según el archivo</translation>
    </message>
    <message>
      <source>{value} (as read)</source>
      <translation>{value} (leído)</translation>
    </message>
    <message>
      <source>reflectance × 10 000</source>
      <translation>reflectancia × 10 000</translation>
    </message>
    <message>
      <source>reflectance × 10 000, plus 1000</source>
      <translation>reflectancia × 10 000, más 1000</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>reflectancia, de 0 a 1</translation>
    </message>
    <message>
      <source>8-bit values, 0 to 255</source>
      <translation>valores de 8 bits, de 0 a 255</translation>
    </message>
    <message>
      <source>reflectance × 65 535</source>
      <translation>reflectancia × 65 535</translation>
    </message>
    <message>
      <source>Landsat Collection 2, Level 2</source>
      <translation>Landsat Collection 2, nivel 2</translation>
    </message>
    <message>
      <source>Landsat, Level 1</source>
      <translation>Landsat, nivel 1</translation>
    </message>
    <message>
      <source>counts or radiance, no reflectance</source>
      <translation>cuentas o radiancia, no reflectancia</translation>
    </message>
    <message>
      <source>radar, decibel</source>
      <translation>radar, decibelios</translation>
    </message>
    <message>
      <source>radar, power</source>
      <translation>radar, potencia</translation>
    </message>
    <message>
      <source>radar, amplitude</source>
      <translation>radar, amplitud</translation>
    </message>
    <message>
      <source>{unit} (likely: the scene is from {date})</source>
      <translation>{unit} (probable: la escena es de {date})</translation>
    </message>
    <message>
      <source>Was 1000 added to the values? ESA does so from processing baseline 04.00 on (25 January 2022), also when it processes older scenes again. Services that harmonise the data take the 1000 off.</source>
      <translation>¿Se sumó 1000 a los valores? La ESA lo hace desde la versión de procesamiento (baseline) 04.00 (25 de enero de 2022), también cuando reprocesa escenas más antiguas. Los servicios que armonizan los datos restan esos 1000.</translation>
    </message>
    <message>
      <source>The scene is from {date}: that makes one answer likely, but proves nothing.</source>
      <translation>La escena es de {date}: eso hace probable una respuesta, pero no demuestra nada.</translation>
    </message>
    <message>
      <source> or </source>
      <translation> o </translation>
    </message>
    <message>
      <source>{values} in all bands</source>
      <translation>{values} en todas las bandas</translation>
    </message>
    <message>
      <source>{share} % of the scene holds {values}. Does that mean no data? The file does not say so.</source>
      <translation>El {share} % de la escena contiene {values}. ¿Significa que no hay datos? El archivo no lo dice.</translation>
    </message>
    <message>
      <source>what looks like fill is no data</source>
      <translation>lo que parece relleno significa sin datos</translation>
    </message>
    <message>
      <source>these pixels were measured</source>
      <translation>estos píxeles se midieron</translation>
    </message>
    <message>
      <source>{values} is no data ({share} % of the scene)</source>
      <translation>{values} significa sin datos ({share} % de la escena)</translation>
    </message>
    <message>
      <source>Line {number} of {file} is no wavelength in nanometres: {text}.</source>
      <translation>La línea {number} de {file} no es una longitud de onda en nanómetros: {text}.</translation>
    </message>
    <message>
      <source>{file} has {found} wavelengths, but the layer has {bands} bands.</source>
      <translation>{file} tiene {found} longitudes de onda, pero la capa tiene {bands} bandas.</translation>
    </message>
    <message>
      <source>it is no text in UTF-8</source>
      <translation>no es texto en UTF-8</translation>
    </message>
    <message>
      <source>{file} cannot be read: {reason}.</source>
      <translation>No se puede leer {file}: {reason}.</translation>
    </message>
    <message>
      <source>{file} holds no classes: expected a table with a column “name”, or a QGIS style with categories.</source>
      <translation>{file} no contiene clases: se espera una tabla con una columna «name» o un estilo de QGIS con categorías.</translation>
    </message>
    <message>
      <source>{file} cannot be written: {reason}.</source>
      <translation>No se puede escribir {file}: {reason}.</translation>
    </message>
    <message>
      <source>Move &amp;up</source>
      <translation>&amp;Subir</translation>
    </message>
    <message>
      <source>Move &amp;down</source>
      <translation>&amp;Bajar</translation>
    </message>
    <message>
      <source>&amp;Merge into</source>
      <translation>&amp;Combinar en</translation>
    </message>
    <message>
      <source>Give the labels of the selected classes to one class</source>
      <translation>Dar las etiquetas de las clases seleccionadas a una sola clase</translation>
    </message>
    <message>
      <source>&amp;Import classes…</source>
      <translation>&amp;Importar clases…</translation>
    </message>
    <message>
      <source>Names, colours and values from a table (CSV) or a QGIS style (QML)</source>
      <translation>Nombres, colores y valores de una tabla (CSV) o de un estilo de QGIS (QML)</translation>
    </message>
    <message>
      <source>&amp;Export classes…</source>
      <translation>&amp;Exportar clases…</translation>
    </message>
    <message>
      <source>Classes of the &amp;last project</source>
      <translation>Clases del ú&amp;ltimo proyecto</translation>
    </message>
    <message>
      <source>Classes (*.csv *.txt *.qml)</source>
      <translation>Clases (*.csv *.txt *.qml)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Todos los archivos (*)</translation>
    </message>
    <message>
      <source>Import classes</source>
      <translation>Importar clases</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabla (*.csv)</translation>
    </message>
    <message>
      <source>QGIS style of a class map (*.qml)</source>
      <translation>Estilo de QGIS de un mapa de clases (*.qml)</translation>
    </message>
    <message>
      <source>QGIS style of labels (*.qml)</source>
      <translation>Estilo de QGIS de etiquetas (*.qml)</translation>
    </message>
    <message>
      <source>Export classes</source>
      <translation>Exportar clases</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Value on the map: {value}</source>
      <translation>Valor en el mapa: {value}</translation>
    </message>
    <message>
      <source>Key that chooses this class on the map</source>
      <translation>Tecla que elige esta clase en el mapa</translation>
    </message>
    <message>
      <source>Colour {colour}: click or press Space to choose another</source>
      <translation>Color {colour}: hacer clic o pulsar Space para elegir otro</translation>
    </message>
    <message>
      <source>Double-click or press F2 to rename; drag or press Alt+Up to move</source>
      <translation>Doble clic o F2 para cambiar el nombre; arrastrar o Alt+flecha para mover</translation>
    </message>
    <message>
      <source>Outside: where the layer has no pixel or no data. Such labels are not used.</source>
      <translation>Fuera: donde la capa no tiene píxel o no tiene datos. Esas etiquetas no se usan.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Color de {name}</translation>
    </message>
    <message>
      <source>1 point</source>
      <translation>1 punto</translation>
    </message>
    <message>
      <source>{count} points</source>
      <translation>{count} puntos</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1 línea</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count} líneas</translation>
    </message>
    <message>
      <source>1 polygon</source>
      <translation>1 polígono</translation>
    </message>
    <message>
      <source>{count} polygons</source>
      <translation>{count} polígonos</translation>
    </message>
    <message>
      <source>{count} outside</source>
      <translation>{count} fuera</translation>
    </message>
    <message>
      <source>no labels</source>
      <translation>sin etiquetas</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Clase</translation>
    </message>
    <message>
      <source>Add a class. Its key 1 to 9 chooses it on the map.</source>
      <translation>Añadir una clase. Su tecla, de 1 a 9, la elige en el mapa.</translation>
    </message>
    <message>
      <source>More for classes: order, merge, import, export</source>
      <translation>Más para las clases: orden, combinar, importar, exportar</translation>
    </message>
    <message>
      <source>Add the classes of the project that was saved or closed last</source>
      <translation>Añadir las clases del último proyecto guardado o cerrado</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Punto</translation>
    </message>
    <message>
      <source>Click on the map to label a point; right-click a label to remove it. Keys 1 to 9 choose the class.</source>
      <translation>Clic en el mapa para etiquetar un punto; clic derecho en una etiqueta para eliminarla. Las teclas 1 a 9 eligen la clase.</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polígono</translation>
    </message>
    <message>
      <source>Click corners on the map; right-click, double-click or Enter closes the polygon, Backspace removes the last corner, Esc drops it.</source>
      <translation>Clic en el mapa para cada vértice; clic derecho, doble clic o Enter cierra el polígono, Backspace quita el último vértice, Esc lo descarta.</translation>
    </message>
    <message>
      <source>Undo the last label or change of a class (Ctrl+Z on the map)</source>
      <translation>Deshacer la última etiqueta o el último cambio de una clase (Ctrl+Z en el mapa)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z on the map)</source>
      <translation>Rehacer (Ctrl+Shift+Z en el mapa)</translation>
    </message>
    <message>
      <source>Remove the class and its labels; undo brings them back</source>
      <translation>Eliminar la clase y sus etiquetas; deshacer las recupera</translation>
    </message>
    <message>
      <source>More for classes</source>
      <translation>Más para las clases</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rehacer</translation>
    </message>
    <message>
      <source>Remove the class</source>
      <translation>Eliminar la clase</translation>
    </message>
    <message>
      <source>Where labels are kept: a file beside the project, or a vector layer of the project with a class field.</source>
      <translation>Dónde se guardan las etiquetas: un archivo junto al proyecto, o una capa vectorial del proyecto con un campo de clase.</translation>
    </message>
    <message>
      <source>The field that holds the class</source>
      <translation>El campo que contiene la clase</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>Campo de clase</translation>
    </message>
    <message>
      <source>Add two classes, then click on the map.</source>
      <translation>Añadir dos clases y luego hacer clic en el mapa.</translation>
    </message>
    <message>
      <source>Label at least two classes: choose one here or by its key, then click.</source>
      <translation>Etiquetar al menos dos clases: elegir una aquí o con su tecla y hacer clic.</translation>
    </message>
    <message>
      <source>Use the last classes: {names}</source>
      <translation>Usar las últimas clases: {names}</translation>
    </message>
    <message>
      <source>New label layer</source>
      <translation>Nueva capa de etiquetas</translation>
    </message>
    <message>
      <source>No field of {layer} looks like classes: choose the class field.</source>
      <translation>Ningún campo de {layer} parece contener clases: elija el campo de la clase.</translation>
    </message>
    <message>
      <source>grey: {band}</source>
      <translation>gris: {band}</translation>
    </message>
    <message>
      <source>natural colour</source>
      <translation>color natural</translation>
    </message>
    <message>
      <source>colour infrared</source>
      <translation>infrarrojo color</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>infrarrojo de onda corta</translation>
    </message>
    <message>
      <source>radar: {co}, {cross}, {co}</source>
      <translation>radar: {co}, {cross}, {co}</translation>
    </message>
    <message>
      <source>OFA</source>
      <translation>OFA</translation>
    </message>
    <message>
      <source>Magic wand: click to grow a region of like pixels; the wheel or + and - change the tolerance, Enter or another click labels the region, Esc drops it.</source>
      <translation>Varita mágica: un clic encuentra la zona de píxeles parecidos; la rueda o + y - cambian la tolerancia, Intro u otro clic etiqueta la zona, Esc la descarta.</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Varita mágica</translation>
    </message>
    <message>
      <source>Spectra of the classes: mean, spread, and labels that do not fit</source>
      <translation>Espectros de las clases: media, dispersión y etiquetas que no encajan</translation>
    </message>
    <message>
      <source>1  Classes and labels</source>
      <translation>1  Clases y etiquetas</translation>
    </message>
    <message>
      <source>2  Preview</source>
      <translation>2  Vista previa</translation>
    </message>
    <message>
      <source>3  Whole scene</source>
      <translation>3  Escena completa</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mapa</translation>
    </message>
    <message>
      <source>Set up, repair or remove the engine</source>
      <translation>Configurar, reparar o quitar el motor</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>‹ Back</source>
      <translation>‹ Atrás</translation>
    </message>
    <message>
      <source>The engine is installed. {device}</source>
      <translation>El motor está instalado. {device}</translation>
    </message>
    <message>
      <source>The preview goes on when the whole scene is mapped.</source>
      <translation>La vista previa sigue cuando termine el mapa de la escena completa.</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Mostrar registro</translation>
    </message>
    <message>
      <source>The engine starts.</source>
      <translation>El motor está arrancando.</translation>
    </message>
    <message>
      <source>{millions:.1f} million parameters; reads any sensor.</source>
      <translation>{millions:.1f} millones de parámetros; lee cualquier sensor.</translation>
    </message>
    <message>
      <source>Pre-trained on {source}.</source>
      <translation>Preentrenado con {source}.</translation>
    </message>
    <message>
      <source>{name} — {millions:.1f} M parameters</source>
      <translation>{name} — {millions:.1f} M de parámetros</translation>
    </message>
    <message>
      <source>Not trained: its features are random projections. The map rests on spectra and their surroundings, as far as validation trusts them.</source>
      <translation>Sin entrenar: sus características son proyecciones aleatorias. El mapa se apoya en los espectros y su entorno, en la medida en que la validación se fía de ellos.</translation>
    </message>
    <message>
      <source>{name} — untrained</source>
      <translation>{name} — sin entrenar</translation>
    </message>
    <message>
      <source>Trained to map {classes}; needs no labels. It reads {bands}, at pixels of {gsd:g} m.</source>
      <translation>Entrenado para {classes}; no necesita etiquetas. Lee {bands}, con píxeles de {gsd:g} m.</translation>
    </message>
    <message>
      <source>{name} — maps {classes}</source>
      <translation>{name} — mapea {classes}</translation>
    </message>
    <message>
      <source>The engine did not say which device it uses.</source>
      <translation>El motor no dijo qué dispositivo usa.</translation>
    </message>
    <message>
      <source>{kind}: {name}, proven</source>
      <translation>{kind}: {name}, comprobado</translation>
    </message>
    <message>
      <source>CPU, {count} cores: {why}</source>
      <translation>CPU, {count} núcleos: {why}</translation>
    </message>
    <message>
      <source>CPU, {count} cores</source>
      <translation>CPU, {count} núcleos</translation>
    </message>
    <message>
      <source>OFA: help</source>
      <translation>OFA: ayuda</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>clase {number}</translation>
    </message>
    <message>
      <source>Add class</source>
      <translation>Añadir clase</translation>
    </message>
    <message>
      <source>Rename class</source>
      <translation>Renombrar clase</translation>
    </message>
    <message>
      <source>Change colour</source>
      <translation>Cambiar el color</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Eliminar clase</translation>
    </message>
    <message>
      <source>Move class</source>
      <translation>Mover clase</translation>
    </message>
    <message>
      <source>Merge classes</source>
      <translation>Combinar clases</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Una clase necesita un nombre.</translation>
    </message>
    <message>
      <source>There is a class {name} already.</source>
      <translation>Ya hay una clase {name}.</translation>
    </message>
    <message>
      <source>A map holds {count} classes at most.</source>
      <translation>Un mapa admite {count} clases como máximo.</translation>
    </message>
    <message>
      <source>{folder} is read-only</source>
      <translation>{folder} es de solo lectura</translation>
    </message>
    <message>
      <source>No file for labels could be made: {reason}.</source>
      <translation>No se pudo crear un archivo de etiquetas: {reason}.</translation>
    </message>
    <message>
      <source>1 unsaved edit in {layer} is used for the map: save it to keep it.</source>
      <translation>1 cambio sin guardar en {layer} se usa para el mapa: guárdelo para conservarlo.</translation>
    </message>
    <message>
      <source>{count} unsaved edits in {layer} are used for the map: save them to keep them.</source>
      <translation>{count} cambios sin guardar en {layer} se usan para el mapa: guárdelos para conservarlos.</translation>
    </message>
    <message>
      <source>No labels here, so not on the map: {names}.</source>
      <translation>Sin etiquetas aquí, por eso no están en el mapa: {names}.</translation>
    </message>
    <message>
      <source>No label lies in this scene.</source>
      <translation>Ninguna etiqueta cae en esta escena.</translation>
    </message>
    <message>
      <source>No label lies where {scene} has data: label some places there.</source>
      <translation>Ninguna etiqueta cae donde {scene} tiene datos: etiquete allí algunos lugares.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away.</source>
      <translation>Ninguna etiqueta cae en esta escena: las etiquetas están a {km} km.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away, in the area of {other}.</source>
      <translation>Ninguna etiqueta cae en esta escena: las etiquetas están a {km} km, en la zona de {other}.</translation>
    </message>
    <message>
      <source>A polygon needs three corners that are not in a line.</source>
      <translation>Un polígono necesita tres vértices que no estén en línea.</translation>
    </message>
    <message>
      <source>Outside {layer}: no label added.</source>
      <translation>Fuera de {layer}: no se añadió etiqueta.</translation>
    </message>
    <message>
      <source>{layer} has no data here: no label added.</source>
      <translation>{layer} no tiene datos aquí: no se añadió etiqueta.</translation>
    </message>
    <message>
      <source>no class</source>
      <translation>sin clase</translation>
    </message>
    <message>
      <source>Add a class first, then click on the map.</source>
      <translation>Añadir primero una clase y luego hacer clic en el mapa.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the labels.</source>
      <translation>Este lugar no existe en el sistema de referencia de las etiquetas.</translation>
    </message>
    <message>
      <source>Add label</source>
      <translation>Añadir etiqueta</translation>
    </message>
    <message>
      <source>Remove label</source>
      <translation>Eliminar etiqueta</translation>
    </message>
    <message>
      <source>{layer} has no field {field}.</source>
      <translation>{layer} no tiene un campo {field}.</translation>
    </message>
    <message>
      <source>The field {field} has more than {count} values: it does not name classes.</source>
      <translation>El campo {field} tiene más de {count} valores: no nombra clases.</translation>
    </message>
    <message>
      <source>The layer of labels was removed: new labels go to a layer of their own.</source>
      <translation>Se eliminó la capa de etiquetas: las nuevas van a una capa propia.</translation>
    </message>
    <message>
      <source>The field {field} is gone: choose the labels again.</source>
      <translation>El campo {field} ya no existe: elegir de nuevo las etiquetas.</translation>
    </message>
    <message>
      <source>The field {field} holds numbers: {name} is none.</source>
      <translation>El campo {field} contiene números: {name} no lo es.</translation>
    </message>
    <message>
      <source>The field {field} holds {length} characters: {name} is longer.</source>
      <translation>El campo {field} admite {length} caracteres: {name} es más largo.</translation>
    </message>
    <message>
      <source>The layer of labels is gone: choose the labels again.</source>
      <translation>La capa de etiquetas ya no existe: elegir de nuevo las etiquetas.</translation>
    </message>
    <message>
      <source>{layer} holds no points: draw polygons, or choose a new label layer.</source>
      <translation>{layer} no admite puntos: dibujar polígonos o elegir una nueva capa de etiquetas.</translation>
    </message>
    <message>
      <source>{layer} holds no polygons: draw points, or choose a new label layer.</source>
      <translation>{layer} no admite polígonos: dibujar puntos o elegir una nueva capa de etiquetas.</translation>
    </message>
    <message>
      <source>{layer} is read-only: choose a new label layer.</source>
      <translation>{layer} es de solo lectura: elegir una nueva capa de etiquetas.</translation>
    </message>
    <message>
      <source>{layer} did not take the change.</source>
      <translation>{layer} no aceptó el cambio.</translation>
    </message>
    <message>
      <source>The scene to classify: any raster layer of the project.</source>
      <translation>La escena que se clasifica: cualquier capa ráster del proyecto.</translation>
    </message>
    <message>
      <source>Which layer band is which band of the sensor, and where that was read.</source>
      <translation>Qué banda de la capa es qué banda del sensor, y dónde se leyó.</translation>
    </message>
    <message>
      <source>Expor&amp;t the view…</source>
      <translation>Expor&amp;tar la vista…</translation>
    </message>
    <message>
      <source>Write what the canvas shows of this layer as a GeoTIFF, and use that.</source>
      <translation>Escribir como GeoTIFF lo que el lienzo muestra de esta capa, y usarlo.</translation>
    </message>
    <message>
      <source>Try a&amp;gain</source>
      <translation>Rei&amp;ntentar</translation>
    </message>
    <message>
      <source>Ask the engine about this layer again.</source>
      <translation>Preguntar de nuevo al motor por esta capa.</translation>
    </message>
    <message>
      <source>Open a scene…</source>
      <translation>Abrir una escena…</translation>
    </message>
    <message>
      <source>Add a raster file to the project and choose it.</source>
      <translation>Añadir un archivo ráster al proyecto y elegirlo.</translation>
    </message>
    <message>
      <source>Exporting the view…</source>
      <translation>Exportando la vista…</translation>
    </message>
    <message>
      <source>La&amp;yer</source>
      <translation>Ca&amp;pa</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Sin datos</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Medido</translation>
    </message>
    <message>
      <source>Open a scene</source>
      <translation>Abrir una escena</translation>
    </message>
    <message>
      <source>QGIS cannot read {file} as one raster. If it holds several, use Layer &gt; Add Layer &gt; Add Raster Layer.</source>
      <translation>QGIS no puede leer {file} como un solo ráster. Si contiene varios: Capa &gt; Añadir capa &gt; Añadir capa ráster.</translation>
    </message>
    <message>
      <source>Export the view</source>
      <translation>Exportar la vista</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif)</source>
      <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
      <source>Add a raster layer to the project.</source>
      <translation>Añadir una capa ráster al proyecto.</translation>
    </message>
    <message>
      <source>Reading the layer.</source>
      <translation>Leyendo la capa.</translation>
    </message>
    <message>
      <source>1 question</source>
      <translation>1 pregunta</translation>
    </message>
    <message>
      <source>{count} questions</source>
      <translation>{count} preguntas</translation>
    </message>
    <message>
      <source>{questions} before the map.</source>
      <translation>{questions} antes del mapa.</translation>
    </message>
    <message>
      <source>{questions} before the map: see Bands.</source>
      <translation>{questions} antes del mapa: ver Bandas.</translation>
    </message>
    <message>
      <source>unknown sensor</source>
      <translation>sensor desconocido</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} píxeles</translation>
    </message>
    <message>
      <source>pixel size on the ground: {gsd:g} m</source>
      <translation>tamaño de píxel en el terreno: {gsd:g} m</translation>
    </message>
    <message>
      <source>{count} bands are used</source>
      <translation>se usan {count} bandas</translation>
    </message>
    <message>
      <source>units read from: {source}</source>
      <translation>unidades leídas de: {source}</translation>
    </message>
    <message>
      <source>The file of labels {path} cannot be read.</source>
      <translation>El archivo de etiquetas {path} no se puede leer.</translation>
    </message>
    <message>
      <source>The project's folder cannot be written: labels go to {path}.</source>
      <translation>No se puede escribir en la carpeta del proyecto: las etiquetas van a {path}.</translation>
    </message>
    <message>
      <source>Labels: points</source>
      <translation>Etiquetas: puntos</translation>
    </message>
    <message>
      <source>Labels: polygons</source>
      <translation>Etiquetas: polígonos</translation>
    </message>
    <message>
      <source>Labels stay in {path} until you end editing and save again.</source>
      <translation>Las etiquetas siguen en {path} hasta terminar la edición y guardar de nuevo.</translation>
    </message>
    <message>
      <source>The project's folder cannot be written: labels stay in {path}.</source>
      <translation>No se puede escribir en la carpeta del proyecto: las etiquetas siguen en {path}.</translation>
    </message>
    <message>
      <source>OFA labels</source>
      <translation>Etiquetas OFA</translation>
    </message>
    <message>
      <source>the file cannot be written</source>
      <translation>no se puede escribir el archivo</translation>
    </message>
    <message>
      <source>The label was not saved: {problem}.</source>
      <translation>La etiqueta no se guardó: {problem}.</translation>
    </message>
    <message>
      <source>Choose a layer above.</source>
      <translation>Elegir una capa arriba.</translation>
    </message>
    <message>
      <source>The layer is not ready yet: see above.</source>
      <translation>La capa aún no está lista: ver arriba.</translation>
    </message>
    <message>
      <source>{model} needs no labels: map the scene below.</source>
      <translation>{model} no necesita etiquetas: hacer el mapa de la escena abajo.</translation>
    </message>
    <message>
      <source>Label two classes to see the map.</source>
      <translation>Etiquetar dos clases para ver el mapa.</translation>
    </message>
    <message>
      <source>The view does not show the scene: zoom to its layer.</source>
      <translation>La vista no muestra la escena: hacer zum a su capa.</translation>
    </message>
    <message>
      <source>OFA preview</source>
      <translation>OFA: vista previa</translation>
    </message>
    <message>
      <source>l&amp;ive</source>
      <translation>en v&amp;ivo</translation>
    </message>
    <message>
      <source>Map what the canvas shows, again after each label.</source>
      <translation>Hacer el mapa de lo que muestra el lienzo, de nuevo tras cada etiqueta.</translation>
    </message>
    <message>
      <source>m&amp;ap</source>
      <translation>m&amp;apa</translation>
    </message>
    <message>
      <source>Show the class of every pixel.</source>
      <translation>Mostrar la clase de cada píxel.</translation>
    </message>
    <message>
      <source>confide&amp;nce</source>
      <translation>confian&amp;za</translation>
    </message>
    <message>
      <source>Show how sure the map is: 0 (dark) is a guess, 1 (yellow) is certain.</source>
      <translation>Mostrar lo seguro que es el mapa: 0 (oscuro) es una conjetura, 1 (amarillo) es certeza.</translation>
    </message>
    <message>
      <source>How much of the scene the preview hides, in per cent.</source>
      <translation>Cuánto tapa la vista previa la escena, en tanto por ciento.</translation>
    </message>
    <message>
      <source>Where ne&amp;xt?</source>
      <translation>¿Dónde se&amp;guir?</translation>
    </message>
    <message>
      <source>Mark the places of the view where the map is least certain: label these next.</source>
      <translation>Marcar los lugares de la vista donde el mapa es menos seguro: etiquetar estos a continuación.</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>opacidad</translation>
    </message>
    <message>
      <source>The view is too large to preview in whole: zoom in to see the rest.</source>
      <translation>La vista es demasiado grande para previsualizarla entera: acercar para ver el resto.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the layer.</source>
      <translation>Este lugar no existe en el sistema de referencia de la capa.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Recipe (JSON)</source>
      <translation>Receta (JSON)</translation>
    </message>
    <message>
      <source>Earlier maps</source>
      <translation>Mapas anteriores</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Registro</translation>
    </message>
    <message>
      <source>Open report</source>
      <translation>Abrir informe</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Abrir carpeta</translation>
    </message>
    <message>
      <source>Click a map of the project to see its report and its recipe.</source>
      <translation>Haga clic en un mapa del proyecto para ver su informe y su receta.</translation>
    </message>
    <message>
      <source>The report of {file} cannot be read: {why}.</source>
      <translation>No se puede leer el informe de {file}: {why}.</translation>
    </message>
    <message>
      <source>class</source>
      <translation>clase</translation>
    </message>
    <message>
      <source>Name and colour, as on the map.</source>
      <translation>Nombre y color, como en el mapa.</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Harmonic mean of precision and recall, on left-out blocks of labels; 1 is perfect.</source>
      <translation>Media armónica de precisión y exhaustividad, en bloques de etiquetas apartados; 1 es perfecto.</translation>
    </message>
    <message>
      <source>prec.</source>
      <translation>prec.</translation>
    </message>
    <message>
      <source>Precision: of the pixels mapped as this class, the share that is right.</source>
      <translation>Precisión: de los píxeles asignados a esta clase, la parte correcta.</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>exhaus.</translation>
    </message>
    <message>
      <source>Recall: of the pixels labelled as this class, the share that was found.</source>
      <translation>Exhaustividad: de los píxeles etiquetados como esta clase, la parte encontrada.</translation>
    </message>
    <message>
      <source>ha</source>
      <translation>ha</translation>
    </message>
    <message>
      <source>Hectares mapped as this class, on the ellipsoid; not corrected for errors.</source>
      <translation>Hectáreas asignadas a esta clase, sobre el elipsoide; sin corregir por errores.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <source>{name}: {count} labelled pixels, {held_out} held-out labels</source>
      <translation>{name}: {count} píxeles etiquetados, {held_out} etiquetas apartadas</translation>
    </message>
    <message>
      <source>{name}: {count} labelled pixels. It could not be checked: label it in a second place.</source>
      <translation>{name}: {count} píxeles etiquetados. No se pudo comprobar: etiquétela en un segundo lugar.</translation>
    </message>
    <message>
      <source>The scene's folder cannot be written to; the map goes to {folder}.</source>
      <translation>No se puede escribir en la carpeta de la escena; el mapa va a {folder}.</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>etiquetas</translation>
    </message>
    <message>
      <source>A small simulated Sentinel-2 scene with labels, to try everything on.</source>
      <translation>Una pequeña escena Sentinel-2 simulada con etiquetas, para probarlo todo.</translation>
    </message>
    <message>
      <source>Making the sample scene.</source>
      <translation>Creando la escena de ejemplo.</translation>
    </message>
    <message>
      <source>The sample scene could not be made: {why}.</source>
      <translation>No se pudo crear la escena de ejemplo: {why}.</translation>
    </message>
    <message>
      <source>Sample scene (simulated)</source>
      <translation>Escena de ejemplo (simulada)</translation>
    </message>
    <message>
      <source>Open the sample scene</source>
      <translation>Abrir la escena de ejemplo</translation>
    </message>
    <message>
      <source>Looking at what is there…</source>
      <translation>Mirando qué hay…</translation>
    </message>
    <message>
      <source>Choose the Python in which the engine is installed.</source>
      <translation>Elegir el Python en el que está instalado el motor.</translation>
    </message>
    <message>
      <source>Proving the engine…</source>
      <translation>Comprobando el motor…</translation>
    </message>
    <message>
      <source>Choose the folder with the wheels.</source>
      <translation>Elegir la carpeta con los wheels.</translation>
    </message>
    <message>
      <source>{minutes}:{seconds} so far</source>
      <translation>{minutes}:{seconds} hasta ahora</translation>
    </message>
    <message>
      <source>Stopped; nothing was changed.</source>
      <translation>Detenido; no se cambió nada.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Deteniendo…</translation>
    </message>
    <message>
      <source>Really? Click again</source>
      <translation>¿Seguro? Otro clic</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>Quitando…</translation>
    </message>
    <message>
      <source>The diagnostics are on the clipboard.</source>
      <translation>El diagnóstico está en el portapapeles.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>La orden está en el portapapeles.</translation>
    </message>
    <message>
      <source>choose a Python in which the engine is installed</source>
      <translation>elegir un Python en el que esté instalado el motor</translation>
    </message>
    <message>
      <source>{python} has engine {found}, this plugin needs {needed}</source>
      <translation>{python} tiene el motor {found}, este complemento necesita {needed}</translation>
    </message>
    <message>
      <source>install the engine of this release there</source>
      <translation>instalar allí el motor de esta versión</translation>
    </message>
    <message>
      <source>Install the OFA engine</source>
      <translation>Instalar el motor OFA</translation>
    </message>
    <message>
      <source>the log has all that was said</source>
      <translation>el registro contiene todo lo que se dijo</translation>
    </message>
    <message>
      <source>Folder for the engine</source>
      <translation>Carpeta para el motor</translation>
    </message>
    <message>
      <source>Folder with the wheels</source>
      <translation>Carpeta con los wheels</translation>
    </message>
    <message>
      <source>Python with the engine</source>
      <translation>Python con el motor</translation>
    </message>
    <message>
      <source>Base Python</source>
      <translation>Python base</translation>
    </message>
    <message>
      <source>It must hold wheels of the engine's packages and of setuptools, for this system and Python.</source>
      <translation>Debe contener wheels de los paquetes del motor y de setuptools, para este sistema y este Python.</translation>
    </message>
    <message>
      <source>&amp;Prove and use it</source>
      <translation>Compro&amp;bar y usarlo</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>&amp;Instalar</translation>
    </message>
    <message>
      <source>Installing the engine</source>
      <translation>Instalando el motor</translation>
    </message>
    <message>
      <source>QGIS stays usable, and this page may be closed.</source>
      <translation>QGIS sigue disponible y esta página se puede cerrar.</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Configurar el motor</translation>
    </message>
    <message>
      <source>OFA computes in a program of its own. It needs a Python environment beside QGIS; QGIS's own Python stays as it is.</source>
      <translation>OFA calcula en un programa propio. Necesita un entorno de Python junto a QGIS; el Python de QGIS queda como está.</translation>
    </message>
    <message>
      <source>The engine works</source>
      <translation>El motor funciona</translation>
    </message>
    <message>
      <source>The engine needs a repair</source>
      <translation>El motor necesita una reparación</translation>
    </message>
    <message>
      <source>Takes about {cpu} GB, or {cuda} GB where pip picks the CUDA build of torch. {free} GB are free here.</source>
      <translation>Ocupa unos {cpu} GB, o {cuda} GB si pip elige la compilación CUDA de torch. Aquí hay {free} GB libres.</translation>
    </message>
    <message>
      <source>Only {free} GB are free here; about {cpu} GB are needed, {cuda} GB with the CUDA build of torch.</source>
      <translation>Aquí solo hay {free} GB libres; se necesitan unos {cpu} GB, {cuda} GB con la compilación CUDA de torch.</translation>
    </message>
    <message>
      <source>Stop &amp;using it</source>
      <translation>De&amp;jar de usarlo</translation>
    </message>
    <message>
      <source>Remo&amp;ve</source>
      <translation>&amp;Quitar</translation>
    </message>
    <message>
      <source>Nothing is deleted</source>
      <translation>No se borra nada</translation>
    </message>
    <message>
      <source>Delete the engine's environment; layers and results stay</source>
      <translation>Borrar el entorno del motor; las capas y los resultados quedan</translation>
    </message>
    <message>
      <source>found: {python}</source>
      <translation>encontrado: {python}</translation>
    </message>
    <message>
      <source>Engine {engine} in {python}</source>
      <translation>Motor {engine} en {python}</translation>
    </message>
    <message>
      <source>Engine {engine} · Python {python} · {size} GB in {folder}</source>
      <translation>Motor {engine} · Python {python} · {size} GB en {folder}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versiones</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Rásters</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>Disco</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Memoria</translation>
    </message>
    <message>
      <source>Looking for a Python</source>
      <translation>Buscando un Python</translation>
    </message>
    <message>
      <source>Making the environment</source>
      <translation>Creando el entorno</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>Instalando paquetes</translation>
    </message>
    <message>
      <source>Looking at the engine</source>
      <translation>Examinando el motor</translation>
    </message>
    <message>
      <source>Proving the device with a matrix product</source>
      <translation>Comprobando el dispositivo con un producto de matrices</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Hecho</translation>
    </message>
    <message>
      <source>The package index does not answer; trying again…</source>
      <translation>El índice de paquetes no responde; reintentando…</translation>
    </message>
    <message>
      <source>{card} lies idle: the build of torch in this Python cannot use it.</source>
      <translation>{card} no se usa: la compilación de torch en este Python no puede usarla.</translation>
    </message>
    <message>
      <source>{card} lies idle. To use it, open “Install it differently”, name under More the package index with the CUDA builds of torch for your driver, and install again.</source>
      <translation>{card} no se usa. Para usarla, abrir “Instalar de otra forma”, indicar en Más el índice de paquetes con las compilaciones CUDA de torch para su controlador e instalar de nuevo.</translation>
    </message>
    <message>
      <source>To use {card}, name under More the package index with the CUDA builds of torch.</source>
      <translation>Para usar {card}, indicar en Más el índice de paquetes con las compilaciones CUDA de torch.</translation>
    </message>
    <message>
      <source>Show as</source>
      <translation>Mostrar como</translation>
    </message>
    <message>
      <source>Show the layer in natural colour, in false colours, or as it was before</source>
      <translation>Mostrar la capa en color natural, en falso color o como antes</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>como antes</translation>
    </message>
    <message>
      <source>Mean and, shaded, one standard deviation of the labels of each class; the pixel under the cursor as a line with dots. Values as they stand in the file.</source>
      <translation>Media y, sombreada, una desviación estándar de las etiquetas de cada clase; el píxel bajo el cursor como línea con puntos. Valores tal como están en el archivo.</translation>
    </message>
    <message>
      <source>Spectra of the classes</source>
      <translation>Espectros de las clases</translation>
    </message>
    <message>
      <source>Label some pixels to see the spectra of their classes.</source>
      <translation>Etiquete algunos píxeles para ver los espectros de sus clases.</translation>
    </message>
    <message>
      <source>All points fit their classes.</source>
      <translation>Todos los puntos encajan en sus clases.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like {other}: check it.</source>
      <translation>1 punto de {name} parece {other}: compruébelo.</translation>
    </message>
    <message>
      <source>{count} points of {name} look like {other}: check them.</source>
      <translation>{count} puntos de {name} parecen {other}: compruébelos.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like no class: check it.</source>
      <translation>1 punto de {name} no se parece a ninguna clase: compruébelo.</translation>
    </message>
    <message>
      <source>{count} points of {name} look like no class: check them.</source>
      <translation>{count} puntos de {name} no se parecen a ninguna clase: compruébelos.</translation>
    </message>
    <message>
      <source>A point is marked on the map where it is more than {far:g} robust standard deviations from the median of its class, over all bands. Classes with fewer than {least} points are not judged.</source>
      <translation>Un punto se marca en el mapa si está a más de {far:g} desviaciones estándar robustas de la mediana de su clase, en todas las bandas. Las clases con menos de {least} puntos no se juzgan.</translation>
    </message>
    <message>
      <source>Values of the pixel under the cursor, as they stand in the file</source>
      <translation>Valores del píxel bajo el cursor, tal como están en el archivo</translation>
    </message>
    <message>
      <source>Move over the layer on the map to see the values of a pixel.</source>
      <translation>Mover el cursor sobre la capa en el mapa para ver los valores de un píxel.</translation>
    </message>
    <message>
      <source>wavelength (nm)</source>
      <translation>longitud de onda (nm)</translation>
    </message>
    <message>
      <source>band</source>
      <translation>banda</translation>
    </message>
    <message>
      <source>Swipe between two results: move the pointer over the map, Esc ends</source>
      <translation>Deslizar entre dos resultados: mueva el puntero por el mapa, Esc termina</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <source>Map on the left</source>
      <translation>Mapa a la izquierda</translation>
    </message>
    <message>
      <source>Map on the right</source>
      <translation>Mapa a la derecha</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Salir</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Atrás</translation>
    </message>
    <message>
      <source>Choose a layer</source>
      <translation>Elegir una capa</translation>
    </message>
    <message>
      <source>The scene to map. Below it stands what OFA has read: ✓ all is known, ▲ OFA asks you something under Bands.</source>
      <translation>La escena que se cartografía. Debajo figura lo que OFA ha leído: ✓ todo se conoce, ▲ OFA pregunta algo en Bandas.</translation>
    </message>
    <message>
      <source>Name your classes</source>
      <translation>Nombrar las clases</translation>
    </message>
    <message>
      <source>Add a class for each kind of land cover and type its name. At least two are needed.</source>
      <translation>Añada una clase para cada tipo de cobertura del suelo y escriba su nombre. Se necesitan al menos dos.</translation>
    </message>
    <message>
      <source>Click labels</source>
      <translation>Poner etiquetas</translation>
    </message>
    <message>
      <source>Press Point, then click on the map where you know the class. Keys 1 to 9 choose the class, a right-click removes a label.</source>
      <translation>Pulse Punto y haga clic en el mapa donde conozca la clase. Las teclas 1 a 9 eligen la clase, un clic derecho elimina una etiqueta.</translation>
    </message>
    <message>
      <source>Look at the preview</source>
      <translation>Mirar la vista previa</translation>
    </message>
    <message>
      <source>The map of the view follows your labels. The line below says how good it is; Where next? marks the places where a label helps most.</source>
      <translation>El mapa de la vista sigue sus etiquetas. La línea de abajo dice cómo de bueno es; ¿Dónde seguir? marca los lugares donde una etiqueta ayuda más.</translation>
    </message>
    <message>
      <source>Classify the whole scene</source>
      <translation>Clasificar la escena completa</translation>
    </message>
    <message>
      <source>Writes the map as a GeoTIFF and adds it to the project. QGIS stays usable meanwhile.</source>
      <translation>Escribe el mapa como GeoTIFF y lo añade al proyecto. QGIS sigue disponible mientras tanto.</translation>
    </message>
    <message>
      <source>New here? The tour takes a minute.</source>
      <translation>¿Es nuevo aquí? La visita guiada dura un minuto.</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} de {count}</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Siguiente</translation>
    </message>
    <message>
      <source>Take the tour</source>
      <translation>Hacer la visita guiada</translation>
    </message>
    <message>
      <source>Above: the loss on training chips (blue) and on left-out blocks (orange); less is better. Below: the score on left-out blocks; the best so far has a ring.</source>
      <translation>Arriba: la pérdida en los recortes de entrenamiento (azul) y en los bloques apartados (naranja); menos es mejor. Abajo: la puntuación en los bloques apartados; la mejor hasta ahora lleva un anillo.</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>pasos</translation>
    </message>
    <message>
      <source>best {score} at step {step}</source>
      <translation>mejor {score} en el paso {step}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>pérdida</translation>
    </message>
    <message>
      <source>training</source>
      <translation>entrenamiento</translation>
    </message>
    <message>
      <source>left-out blocks</source>
      <translation>bloques apartados</translation>
    </message>
    <message>
      <source>What the model learns to tell of each pixel.</source>
      <translation>Qué aprende el modelo a decir de cada píxel.</translation>
    </message>
    <message>
      <source>More that is trained needs more labels, time and memory.</source>
      <translation>Cuanto más se entrena, más etiquetas, tiempo y memoria hacen falta.</translation>
    </message>
    <message>
      <source>What turns the features into classes or numbers.</source>
      <translation>Lo que convierte las características en clases o números.</translation>
    </message>
    <message>
      <source>The model to start from.</source>
      <translation>El modelo del que se parte.</translation>
    </message>
    <message>
      <source>as needed</source>
      <translation>los necesarios</translation>
    </message>
    <message>
      <source>At most so many steps; a run that gains nothing more ends sooner.</source>
      <translation>Como máximo tantos pasos; una ejecución que ya no mejora termina antes.</translation>
    </message>
    <message>
      <source>Chips of the scene in a step: fewer need less memory.</source>
      <translation>Recortes de la escena por paso: menos necesitan menos memoria.</translation>
    </message>
    <message>
      <source>What the list of models will call it; also the name of its folder.</source>
      <translation>Como se llamará en la lista de modelos; también el nombre de su carpeta.</translation>
    </message>
    <message>
      <source>Choose the field that holds the class or the number.</source>
      <translation>Elegir el campo que contiene la clase o el número.</translation>
    </message>
    <message>
      <source>Numbers come from a layer: choose one under Labels.</source>
      <translation>Los números vienen de una capa: elegir una en Etiquetas.</translation>
    </message>
    <message>
      <source>Label two classes under Map, or choose a layer of labels.</source>
      <translation>Etiquetar dos clases en Mapa, o elegir una capa de etiquetas.</translation>
    </message>
    <message>
      <source>those of the page Map</source>
      <translation>las de la página Mapa</translation>
    </message>
    <message>
      <source>Points or polygons with a field, or a raster of labels. What has no label is left out.</source>
      <translation>Puntos o polígonos con un campo, o un ráster de etiquetas. Lo que no tiene etiqueta no cuenta.</translation>
    </message>
    <message>
      <source>The field that holds the class or the number</source>
      <translation>El campo con la clase o el número</translation>
    </message>
    <message>
      <source>Further scenes</source>
      <translation>Más escenas</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detalles</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Cabeza</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Pasos</translation>
    </message>
    <message>
      <source>the labels have no CRS</source>
      <translation>las etiquetas no tienen SRC</translation>
    </message>
    <message>
      <source>set it in the layer's properties</source>
      <translation>definirlo en las propiedades de la capa</translation>
    </message>
    <message>
      <source>curves</source>
      <translation>curvas</translation>
    </message>
    <message>
      <source>confusion matrix</source>
      <translation>matriz de confusión</translation>
    </message>
    <message>
      <source>example maps</source>
      <translation>mapas de ejemplo</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>carpeta</translation>
    </message>
    <message>
      <source>expected a name of letters, digits, spaces and -_. for the model; found {name}</source>
      <translation>se esperaba para el modelo un nombre de letras, cifras, espacios y -_.; se encontró {name}</translation>
    </message>
    <message>
      <source>give another</source>
      <translation>dar otro</translation>
    </message>
    <message>
      <source>Train {name}</source>
      <translation>Entrenar {name}</translation>
    </message>
    <message>
      <source>none</source>
      <translation>ninguno</translation>
    </message>
    <message>
      <source>Labelled scenes of the same sensor and units, to be learnt from as well. What you answered under Bands… must be the same for all.</source>
      <translation>Escenas etiquetadas del mismo sensor y las mismas unidades, de las que también se aprende. Lo respondido en «Bandas…» debe ser igual en todas.</translation>
    </message>
    <message>
      <source>There is a model {name} already: give another name.</source>
      <translation>Ya hay un modelo {name}: dar otro nombre.</translation>
    </message>
    <message>
      <source>Start trainin&amp;g</source>
      <translation>&amp;Iniciar el entrenamiento</translation>
    </message>
    <message>
      <source>Stop and &amp;keep the best</source>
      <translation>Parar y &amp;quedarse el mejor</translation>
    </message>
    <message>
      <source>End now; the model is the best one so far.</source>
      <translation>Terminar ahora; el modelo es el mejor hasta aquí.</translation>
    </message>
    <message>
      <source>C&amp;ancel</source>
      <translation>&amp;Cancelar</translation>
    </message>
    <message>
      <source>Stop here; started again with the same settings, the run goes on.</source>
      <translation>Parar aquí; iniciada de nuevo con los mismos ajustes, la ejecución continúa.</translation>
    </message>
    <message>
      <source>What the run wrote beside the model.</source>
      <translation>Lo que la ejecución escribió junto al modelo.</translation>
    </message>
    <message>
      <source>Map this scene with &amp;it</source>
      <translation>&amp;Hacer el mapa de esta escena con él</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>Escena</translation>
    </message>
    <message>
      <source>Train in the background; QGIS stays usable.</source>
      <translation>Entrenar en segundo plano; QGIS sigue disponible.</translation>
    </message>
    <message>
      <source>Choose the model under Map, and map the whole scene with it.</source>
      <translation>Elegir el modelo en Mapa y hacer con él el mapa de la escena completa.</translation>
    </message>
    <message>
      <source>A scene is being mapped: wait for it.</source>
      <translation>Se está cartografiando una escena: espere.</translation>
    </message>
    <message>
      <source>The models are being listed.</source>
      <translation>Se está haciendo la lista de modelos.</translation>
    </message>
    <message>
      <source>Choose a layer under Map.</source>
      <translation>Elija una capa en «Mapa».</translation>
    </message>
    <message>
      <source>{layer} is being read.</source>
      <translation>Se está leyendo {layer}.</translation>
    </message>
    <message>
      <source>Answer what is asked about {layer}: press Bands… under Map.</source>
      <translation>Responda a lo que se pregunta sobre {layer}: pulse «Bandas…» en «Mapa».</translation>
    </message>
    <message>
      <source>{layer} cannot be used: the page Map says why.</source>
      <translation>{layer} no se puede usar: la página «Mapa» dice por qué.</translation>
    </message>
    <message>
      <source>Another training runs; this one begins when it is done.</source>
      <translation>Hay otro entrenamiento en curso; este empezará cuando termine.</translation>
    </message>
    <message>
      <source>Starting.</source>
      <translation>Empezando.</translation>
    </message>
    <message>
      <source>On labels that were left out in blocks; with few labels it is a rough number.</source>
      <translation>Con etiquetas apartadas en bloques; con pocas etiquetas es un número aproximado.</translation>
    </message>
    <message>
      <source>Stop and keep the best: possible after the first evaluation, when a model has been judged.</source>
      <translation>«Parar y quedarse el mejor»: posible tras la primera evaluación, cuando se ha valorado un modelo.</translation>
    </message>
    <message>
      <source>Stopping: the best model is saved.</source>
      <translation>Parando: se guarda el mejor modelo.</translation>
    </message>
    <message>
      <source>Cancelling.</source>
      <translation>Cancelando.</translation>
    </message>
    <message>
      <source>{name} is in the list of models.</source>
      <translation>{name} está en la lista de modelos.</translation>
    </message>
    <message>
      <source>Cancelled; started again, it goes on from here.</source>
      <translation>Cancelado; iniciado de nuevo, continúa desde aquí.</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: {why}.</source>
      <translation>No se puede escribir en {folder}: {why}.</translation>
    </message>
    <message>
      <source>{path} cannot be opened.</source>
      <translation>No se puede abrir {path}.</translation>
    </message>
    <message>
      <source>Looking for like pixels…</source>
      <translation>Buscando píxeles parecidos…</translation>
    </message>
    <message>
      <source>{pixels} pixels, tolerance {step} of {steps}: wheel, then Enter</source>
      <translation>{pixels} píxeles, tolerancia {step} de {steps}: rueda, luego Intro</translation>
    </message>
    <message>
      <source>whole layer</source>
      <translation>capa completa</translation>
    </message>
    <message>
      <source>current view</source>
      <translation>vista actual</translation>
    </message>
    <message>
      <source>drawn rectangle</source>
      <translation>rectángulo dibujado</translation>
    </message>
    <message>
      <source>Which part to map. A pixel's class does not depend on it.</source>
      <translation>Qué parte clasificar. La clase de un píxel no depende de ello.</translation>
    </message>
    <message>
      <source>The map. Labels, recipe, confidence, polygons and report go beside it.</source>
      <translation>El mapa. Etiquetas, receta, confianza, polígonos e informe van junto a él.</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>confianza</translation>
    </message>
    <message>
      <source>A second raster: how sure the map is of each pixel, 0 to 1.</source>
      <translation>Un segundo ráster: lo seguro que es el mapa en cada píxel, de 0 a 1.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>polígonos</translation>
    </message>
    <message>
      <source>The map as polygons with class, area and mean confidence, in a GeoPackage.</source>
      <translation>El mapa como polígonos con clase, área y confianza media, en un GeoPackage.</translation>
    </message>
    <message>
      <source>report</source>
      <translation>informe</translation>
    </message>
    <message>
      <source>Accuracy, confusion matrix, areas and the recipe as a page to keep.</source>
      <translation>Exactitud, matriz de confusión, áreas y la receta en una página para guardar.</translation>
    </message>
    <message>
      <source>Classi&amp;fy</source>
      <translation>C&amp;lasificar</translation>
    </message>
    <message>
      <source>Cancel; the same run goes on from here later.</source>
      <translation>Cancelar; la misma ejecución continuará más tarde desde aquí.</translation>
    </message>
    <message>
      <source>Map the whole scene in the background; QGIS stays usable.</source>
      <translation>Hacer el mapa de la escena completa en segundo plano; QGIS sigue disponible.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions and labels of two classes.</source>
      <translation>Necesita una capa sin preguntas pendientes y etiquetas de dos clases.</translation>
    </message>
    <message>
      <source>Name the file for the map under “Output”.</source>
      <translation>Indique en «Salida» el archivo del mapa.</translation>
    </message>
    <message>
      <source>There is no folder {folder}: choose another.</source>
      <translation>No existe la carpeta {folder}: elegir otra.</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: choose another.</source>
      <translation>No se puede escribir en {folder}: elegir otra.</translation>
    </message>
    <message>
      <source>A map is a GeoTIFF: {new} instead of {old}.</source>
      <translation>Un mapa es un GeoTIFF: {new} en lugar de {old}.</translation>
    </message>
    <message>
      <source>{old} is there already; the new map is {new}.</source>
      <translation>{old} ya existe; el mapa nuevo es {new}.</translation>
    </message>
    <message>
      <source>Classify {name}</source>
      <translation>Clasificar {name}</translation>
    </message>
    <message>
      <source>Map {name}</source>
      <translation>Mapa de {name}</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Cancelado.</translation>
    </message>
    <message>
      <source>{stage} ({number} of {count}):</source>
      <translation>{stage} ({number} de {count}):</translation>
    </message>
    <message>
      <source>The map of {name} is done: {path}</source>
      <translation>El mapa de {name} está listo: {path}</translation>
    </message>
    <message>
      <source>{file} is in the project.</source>
      <translation>{file} está en el proyecto.</translation>
    </message>
    <message>
      <source>the labels {name} have no field {field}</source>
      <translation>las etiquetas {name} no tienen un campo {field}</translation>
    </message>
    <message>
      <source>choose one of: {fields}</source>
      <translation>elegir uno de: {fields}</translation>
    </message>
    <message>
      <source>add a field that holds the class</source>
      <translation>añadir un campo que contenga la clase</translation>
    </message>
    <message>
      <source>the labels cannot be written to {path} ({reason})</source>
      <translation>no se pueden escribir las etiquetas en {path} ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to, with space left</source>
      <translation>elegir una carpeta en la que se pueda escribir, con espacio libre</translation>
    </message>
    <message>
      <source>the labels {name} cannot be brought to {crs}</source>
      <translation>no se pueden transformar las etiquetas {name} a {crs}</translation>
    </message>
    <message>
      <source>reproject them in QGIS first</source>
      <translation>reproyectarlas antes en QGIS</translation>
    </message>
    <message>
      <source>no raster layer is chosen</source>
      <translation>no hay ninguna capa ráster elegida</translation>
    </message>
    <message>
      <source>choose the layer to classify</source>
      <translation>elegir la capa que se clasifica</translation>
    </message>
    <message>
      <source>the layer {name} cannot be opened</source>
      <translation>no se puede abrir la capa {name}</translation>
    </message>
    <message>
      <source>repair its data source in QGIS</source>
      <translation>reparar su fuente de datos en QGIS</translation>
    </message>
    <message>
      <source>{name} is no file: only QGIS can read it</source>
      <translation>{name} no es un archivo: solo QGIS puede leerlo</translation>
    </message>
    <message>
      <source>{name} lives in the memory of QGIS</source>
      <translation>{name} solo está en la memoria de QGIS</translation>
    </message>
    <message>
      <source>{name} is read with access rights that QGIS keeps</source>
      <translation>{name} se lee con permisos de acceso que guarda QGIS</translation>
    </message>
    <message>
      <source>{name} is opened with options of its own ({options})</source>
      <translation>{name} se abre con opciones propias ({options})</translation>
    </message>
    <message>
      <source>the file of {name} is gone: {path}</source>
      <translation>el archivo de {name} ya no existe: {path}</translation>
    </message>
    <message>
      <source>export the part you need as GeoTIFF</source>
      <translation>exportar la parte necesaria como GeoTIFF</translation>
    </message>
    <message>
      <source>export the part you need as GeoTIFF; it will hold the colours of a picture, not measurements</source>
      <translation>exportar la parte necesaria como GeoTIFF; contendrá los colores de una imagen, no mediciones</translation>
    </message>
    <message>
      <source>the bands of {name} have different nodata settings</source>
      <translation>las bandas de {name} tienen distintos ajustes de sin datos</translation>
    </message>
    <message>
      <source>give all bands the same in the layer's properties, or export the part you need as GeoTIFF</source>
      <translation>dar el mismo a todas las bandas en las propiedades de la capa, o exportar la parte necesaria como GeoTIFF</translation>
    </message>
    <message>
      <source>{rate:.3g} Mpx/min</source>
      <translation>{rate:.3g} Mpx/min</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>quedan {time}</translation>
    </message>
    <message>
      <source>OFA: labels to a map</source>
      <translation>OFA: de etiquetas a un mapa</translation>
    </message>
    <message>
      <source>Click a few labels, get a class map</source>
      <translation>Unas pocas etiquetas con clics y un mapa de clases</translation>
    </message>
    <message>
      <source>deep learning,AI,satellite,Sentinel,radar,hyperspectral,land cover,engine</source>
      <translation>aprendizaje profundo,IA,satélite,Sentinel,radar,hiperespectral,cobertura del suelo,motor</translation>
    </message>
    <message>
      <source>The engine is not set up yet: open the OFA dock and set it up.</source>
      <translation>El motor aún no está configurado: abrir el panel OFA y configurarlo.</translation>
    </message>
    <message>
      <source>A raster that GDAL reads, such as a GeoTIFF or a VRT. Nodata and CRS are as in its properties.</source>
      <translation>Un ráster que GDAL lee, como un GeoTIFF o un VRT. Los valores sin datos y el SRC son los de sus propiedades.</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Capa</translation>
    </message>
    <message>
      <source>Empty: as answered in the dock for this layer, else as read from the file.</source>
      <translation>Vacío: como se respondió en el panel para esta capa, si no, como se lee del archivo.</translation>
    </message>
    <message>
      <source>Sensor (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)</source>
      <translation>Sensor (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)</translation>
    </message>
    <message>
      <source>One of those that Inspect a scene names.</source>
      <translation>Uno de los que nombra «Inspeccionar una escena».</translation>
    </message>
    <message>
      <source>Bands (1=B02,2=B03,3=unused …)</source>
      <translation>Bandas (1=B02,2=B03,3=unused …)</translation>
    </message>
    <message>
      <source>Number of the layer's band, =, and its name at the sensor, or unused; with commas between.</source>
      <translation>Número de la banda en la capa, =, y su nombre en el sensor, o unused; separados por comas.</translation>
    </message>
    <message>
      <source>What the values are: dn is reflectance × 10,000; dn+1000 is Sentinel-2 since January 2022.</source>
      <translation>Qué son los valores: dn es reflectancia × 10 000; dn+1000 es Sentinel-2 desde enero de 2022.</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>Unidades</translation>
    </message>
    <message>
      <source>Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is data. Empty: you are asked where it is not clear.</source>
      <translation>Además de los de la capa: valores o intervalos, separados por comas; fill: lo que parece relleno; none: son datos. Vacío: se pregunta donde no está claro.</translation>
    </message>
    <message>
      <source>Nodata (0 or -9999:0, fill, none)</source>
      <translation>Sin datos (0 o -9999:0, fill, none)</translation>
    </message>
    <message>
      <source>Blocks that cannot be read count as nodata and are told. Off: they end the run.</source>
      <translation>Los bloques ilegibles cuentan como nodata y se avisan. Desactivado: terminan la ejecución.</translation>
    </message>
    <message>
      <source>Name or folder. Empty: the one chosen in the dock.</source>
      <translation>Nombre o carpeta. Vacío: el elegido en el panel.</translation>
    </message>
    <message>
      <source>Model (ofa-tiny, or a folder)</source>
      <translation>Modelo (ofa-tiny, o una carpeta)</translation>
    </message>
    <message>
      <source>auto takes a GPU only where it was proven to work; cuda is NVIDIA's, mps is Apple's.</source>
      <translation>auto usa una GPU solo si se ha comprobado que funciona; cuda es la de NVIDIA, mps la de Apple.</translation>
    </message>
    <message>
      <source>auto: what is fastest here, by measurement. float32 is the same on every machine, but for rounding.</source>
      <translation>auto: lo más rápido aquí, según medición. float32 es igual en cada máquina, salvo redondeo.</translation>
    </message>
    <message>
      <source>Extent (xmin,xmax,ymin,ymax [EPSG:32632])</source>
      <translation>Extensión (xmin,xmax,ymin,ymax [EPSG:32632])</translation>
    </message>
    <message>
      <source>Empty: the whole layer. A pixel's answer does not depend on it.</source>
      <translation>Vacío: la capa completa. La respuesta de un píxel no depende de ello.</translation>
    </message>
    <message>
      <source>the layer cannot be opened as a raster</source>
      <translation>la capa no se puede abrir como ráster</translation>
    </message>
    <message>
      <source>choose a raster layer</source>
      <translation>elegir una capa ráster</translation>
    </message>
    <message>
      <source>Recipe, to be run again with: engine run RECIPE.json</source>
      <translation>Receta, para ejecutarla de nuevo con: engine run RECIPE.json</translation>
    </message>
    <message>
      <source>Cancelled; nothing was written.</source>
      <translation>Cancelado; no se escribió nada.</translation>
    </message>
    <message>
      <source>Classify a scene from labels</source>
      <translation>Clasificar una escena a partir de etiquetas</translation>
    </message>
    <message>
      <source>A few labelled points or polygons become a map of the whole scene.</source>
      <translation>Unos pocos puntos o polígonos etiquetados se convierten en un mapa de la escena completa.</translation>
    </message>
    <message>
      <source>Points, lines or polygons; five to ten places for each class are a good start.</source>
      <translation>Puntos, líneas o polígonos; de cinco a diez lugares por clase son un buen comienzo.</translation>
    </message>
    <message>
      <source>Field with the class</source>
      <translation>Campo con la clase</translation>
    </message>
    <message>
      <source>Text or whole numbers, such as forest, water or 11, 12.</source>
      <translation>Texto o números enteros, como bosque, agua o 11, 12.</translation>
    </message>
    <message>
      <source>A folder for a page with accuracy, confusion matrix and areas.</source>
      <translation>Una carpeta para una página con exactitud, matriz de confusión y superficies.</translation>
    </message>
    <message>
      <source>Macro-F1 of held-out labels (-1: too little could be checked)</source>
      <translation>Macro-F1 de las etiquetas apartadas (-1: se pudo comprobar demasiado poco)</translation>
    </message>
    <message>
      <source>Overall accuracy of held-out labels (-1: too little could be checked)</source>
      <translation>Exactitud global de las etiquetas apartadas (-1: se pudo comprobar demasiado poco)</translation>
    </message>
    <message>
      <source>Number of classes that could be checked</source>
      <translation>Número de clases que se pudieron comprobar</translation>
    </message>
    <message>
      <source>Number of held-out labels</source>
      <translation>Número de etiquetas apartadas</translation>
    </message>
    <message>
      <source>Number of folds</source>
      <translation>Número de pliegues</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>Número de clases</translation>
    </message>
    <message>
      <source>the labels cannot be written beside the map ({reason})</source>
      <translation>no se pueden escribir las etiquetas junto al mapa ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to</source>
      <translation>elegir una carpeta en la que se pueda escribir</translation>
    </message>
    <message>
      <source>not checked</source>
      <translation>sin comprobar</translation>
    </message>
    <message>
      <source>Model: {name}</source>
      <translation>Modelo: {name}</translation>
    </message>
    <message>
      <source>Device: {device}</source>
      <translation>Dispositivo: {device}</translation>
    </message>
    <message>
      <source>Features of a scene</source>
      <translation>Características de una escena</translation>
    </message>
    <message>
      <source>What the model sees in a scene: one band per feature, one pixel per patch.</source>
      <translation>Lo que el modelo ve en una escena: una banda por característica, un píxel por parche.</translation>
    </message>
    <message>
      <source>Of each feature in the file: whole numbers of 8 or 16 bits with a scale, or decimal numbers of 32.</source>
      <translation>De cada característica en el archivo: enteros de 8 o 16 bits con escala, o decimales de 32.</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Características</translation>
    </message>
    <message>
      <source>A GeoTIFF with a band for each feature, such as features.tif.</source>
      <translation>Un GeoTIFF con una banda por característica, como features.tif.</translation>
    </message>
    <message>
      <source>the output is the input</source>
      <translation>la salida es la entrada</translation>
    </message>
    <message>
      <source>choose another name</source>
      <translation>elegir otro nombre</translation>
    </message>
    <message>
      <source>Train a model of your own</source>
      <translation>Entrenar un modelo propio</translation>
    </message>
    <message>
      <source>Fine-tunes a model on labelled scenes; it then maps other scenes without labels.</source>
      <translation>Ajusta un modelo con escenas etiquetadas; después hace mapas de otras escenas sin etiquetas.</translation>
    </message>
    <message>
      <source>Of the same kind as the first: what is said of its bands and units holds for them, too.</source>
      <translation>Del mismo tipo que la primera: lo dicho de sus bandas y unidades vale también para ellas.</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>Qué se entrena</translation>
    </message>
    <message>
      <source>auto: what suits the task.</source>
      <translation>auto: lo que conviene a la tarea.</translation>
    </message>
    <message>
      <source>Model folder</source>
      <translation>Carpeta del modelo</translation>
    </message>
    <message>
      <source>A folder beside the one proposed is in the list of models, under its own name.</source>
      <translation>Una carpeta junto a la propuesta aparece en la lista de modelos con su nombre.</translation>
    </message>
    <message>
      <source>Points, lines or polygons. What has no label is left out.</source>
      <translation>Puntos, líneas o polígonos. Lo que no tiene etiqueta se deja fuera.</translation>
    </message>
    <message>
      <source>Field with the class or value</source>
      <translation>Campo con la clase o el valor</translation>
    </message>
    <message>
      <source>A class, such as forest or 11, or a number to be learnt, such as a height.</source>
      <translation>Una clase, como bosque u 11, o un número que se aprende, como una altura.</translation>
    </message>
    <message>
      <source>or a raster of labels</source>
      <translation>o un ráster de etiquetas</translation>
    </message>
    <message>
      <source>On any grid; its palette names the classes, and its nodata is no class.</source>
      <translation>En cualquier malla; su paleta da nombre a las clases, y su valor sin datos no es una clase.</translation>
    </message>
    <message>
      <source>or a folder of label rasters</source>
      <translation>o una carpeta de rásteres de etiquetas</translation>
    </message>
    <message>
      <source>One for each scene, named after it, such as area_mask.tif for area.tif.</source>
      <translation>Uno por escena, con su nombre, como area_mask.tif para area.tif.</translation>
    </message>
    <message>
      <source>0: as many as what is trained needs.</source>
      <translation>0: los que necesite lo que se entrena.</translation>
    </message>
    <message>
      <source>Chips in a step</source>
      <translation>Recortes por paso</translation>
    </message>
    <message>
      <source>Fewer need less memory.</source>
      <translation>Menos necesitan menos memoria.</translation>
    </message>
    <message>
      <source>0: what suits what is trained.</source>
      <translation>0: lo que conviene a lo que se entrena.</translation>
    </message>
    <message>
      <source>Side of a chip in pixels</source>
      <translation>Lado de un recorte en píxeles</translation>
    </message>
    <message>
      <source>0: what suits the scenes.</source>
      <translation>0: lo que conviene a las escenas.</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>Paciencia</translation>
    </message>
    <message>
      <source>Evaluations without gain until the run ends early; 0: it never does.</source>
      <translation>Evaluaciones sin mejora hasta que la ejecución termina antes; 0: nunca.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <source>The same seed gives the same model.</source>
      <translation>La misma semilla da el mismo modelo.</translation>
    </message>
    <message>
      <source>Best score on left-out blocks (-1: none)</source>
      <translation>Mejor puntuación en bloques apartados (-1: ninguna)</translation>
    </message>
    <message>
      <source>Step of the best score</source>
      <translation>Paso de la mejor puntuación</translation>
    </message>
    <message>
      <source>What the score is</source>
      <translation>Qué es la puntuación</translation>
    </message>
    <message>
      <source>expected one of LABELS, LABEL_RASTER and LABEL_FOLDER; found {count}</source>
      <translation>se esperaba uno de LABELS, LABEL_RASTER y LABEL_FOLDER; se encontraron {count}</translation>
    </message>
    <message>
      <source>choose a layer with a field, a raster, or a folder</source>
      <translation>elegir una capa con un campo, un ráster o una carpeta</translation>
    </message>
    <message>
      <source>MORE_LABELS go with LABELS; found {name}</source>
      <translation>MORE_LABELS va con LABELS; se encontró {name}</translation>
    </message>
    <message>
      <source>leave MORE_LABELS empty</source>
      <translation>deje MORE_LABELS vacío</translation>
    </message>
    <message>
      <source>the folder {folder} holds a finished model</source>
      <translation>la carpeta {folder} contiene un modelo terminado</translation>
    </message>
    <message>
      <source>Cancelled; the same run goes on from here.</source>
      <translation>Cancelado; la misma ejecución continúa desde aquí.</translation>
    </message>
    <message>
      <source>Which layer band is which, in what units, and where that was read.</source>
      <translation>Qué es cada banda de la capa, en qué unidades, y dónde se leyó.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
      <source>A page with sensor, units, open questions and all bands, such as scene.html.</source>
      <translation>Una página con sensor, unidades, preguntas abiertas y todas las bandas, como escena.html.</translation>
    </message>
    <message>
      <source>Sensor</source>
      <translation>Sensor</translation>
    </message>
    <message>
      <source>Number of open questions</source>
      <translation>Número de preguntas pendientes</translation>
    </message>
    <message>
      <source>All that was found (JSON)</source>
      <translation>Todo lo encontrado (JSON)</translation>
    </message>
    <message>
      <source>Sensor: {sensor}</source>
      <translation>Sensor: {sensor}</translation>
    </message>
    <message>
      <source>open</source>
      <translation>pendiente</translation>
    </message>
    <message>
      <source>Units: {units}</source>
      <translation>Unidades: {units}</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Tamaño</translation>
    </message>
    <message>
      <source>{width} × {height} pixels, {dtype}</source>
      <translation>{width} × {height} píxeles, {dtype}</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Tamaño de píxel</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>desconocido</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>SRC</translation>
    </message>
    <message>
      <source>Nodata</source>
      <translation>Sin datos</translation>
    </message>
    <message>
      <source>Band</source>
      <translation>Banda</translation>
    </message>
    <message>
      <source>Open questions</source>
      <translation>Preguntas pendientes</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandas</translation>
    </message>
    <message>
      <source>fill in {parameter}: {values}</source>
      <translation>rellenar {parameter}: {values}</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>no se usa</translation>
    </message>
    <message>
      <source>the report {path} cannot be written ({reason})</source>
      <translation>no se puede escribir el informe {path} ({reason})</translation>
    </message>
    <message>
      <source>Further labels</source>
      <translation>Más etiquetas</translation>
    </message>
    <message>
      <source>Layers of points, lines or polygons in any CRS, to be learnt from as well. Their class is in a field of the same name, else in the one that looks like classes.</source>
      <translation>Capas de puntos, líneas o polígonos en cualquier SRC, de las que también se aprende. Su clase está en un campo del mismo nombre o, si no, en el que parece contener clases.</translation>
    </message>
    <message>
      <source>the labels cannot be opened</source>
      <translation>no se pueden abrir las etiquetas</translation>
    </message>
    <message>
      <source>choose a layer of points or polygons</source>
      <translation>elegir una capa de puntos o polígonos</translation>
    </message>
    <message>
      <source>the labels have no field {field}</source>
      <translation>las etiquetas no tienen un campo {field}</translation>
    </message>
    <message>
      <source>the labels {name} have no field {field}, and no other that looks like classes</source>
      <translation>las etiquetas {name} no tienen el campo {field}, ni otro que parezca contener clases</translation>
    </message>
    <message>
      <source>give the field of the class the same name in all layers of labels</source>
      <translation>dé al campo de la clase el mismo nombre en todas las capas de etiquetas</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as map.tif.</source>
      <translation>Un GeoTIFF, como mapa.tif.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confianza</translation>
    </message>
    <message>
      <source>A GeoTIFF of 0 to 1; it is loaded below the map.</source>
      <translation>Un GeoTIFF de 0 a 1; se carga debajo del mapa.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polígonos</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp; it is loaded below the map.</source>
      <translation>Un archivo como mapa.gpkg, .geojson o .shp; se carga debajo del mapa.</translation>
    </message>
    <message>
      <source>the output {path} is an input</source>
      <translation>la salida {path} es una entrada</translation>
    </message>
    <message>
      <source>two outputs are named {path}</source>
      <translation>dos salidas se llaman {path}</translation>
    </message>
    <message>
      <source>give each its own</source>
      <translation>dar a cada una el suyo</translation>
    </message>
    <message>
      <source>Map a scene with a trained model</source>
      <translation>Hacer el mapa de una escena con un modelo entrenado</translation>
    </message>
    <message>
      <source>A model that was trained on labelled scenes maps another one; no labels are needed.</source>
      <translation>Un modelo entrenado con escenas etiquetadas hace el mapa de otra; no hacen falta etiquetas.</translation>
    </message>
    <message>
      <source>One of those trained here.</source>
      <translation>Uno de los entrenados aquí.</translation>
    </message>
    <message>
      <source>or a model folder</source>
      <translation>o una carpeta de modelo</translation>
    </message>
    <message>
      <source>Where the model is not in the list; goes before it.</source>
      <translation>Si el modelo no está en la lista; tiene prioridad.</translation>
    </message>
    <message>
      <source>found {name}</source>
      <translation>se encontró {name}</translation>
    </message>
    <message>
      <source>found none</source>
      <translation>no se encontró ninguno</translation>
    </message>
    <message>
      <source>expected a model that was trained to map pixels; {found}</source>
      <translation>se esperaba un modelo entrenado para clasificar píxeles; {found}</translation>
    </message>
    <message>
      <source>train one with ofa:finetune, or choose its folder</source>
      <translation>entrenar uno con ofa:finetune, o elegir su carpeta</translation>
    </message>
    <message>
      <source>bands are written 1=B02,2=B03; found {part}</source>
      <translation>las bandas se escriben 1=B02,2=B03; se encontró {part}</translation>
    </message>
    <message>
      <source>write band number, =, and its name</source>
      <translation>escribir número de banda, = y su nombre</translation>
    </message>
    <message>
      <source>there is no band {number}, or it is named twice</source>
      <translation>no hay banda {number}, o se nombra dos veces</translation>
    </message>
    <message>
      <source>the layer has {count} bands</source>
      <translation>la capa tiene {count} bandas</translation>
    </message>
    <message>
      <source>nodata is written -9999 or 0:5, fill or none; found {part}</source>
      <translation>sin datos se escribe -9999 o 0:5, fill o none; se encontró {part}</translation>
    </message>
    <message>
      <source>leave it empty, and you are asked</source>
      <translation>déjelo vacío y se le preguntará</translation>
    </message>
    <message>
      <source>the extent has no place in the CRS of {name}</source>
      <translation>la extensión no tiene lugar en el SRC de {name}</translation>
    </message>
    <message>
      <source>zoom to the layer</source>
      <translation>hacer zum a la capa</translation>
    </message>
    <message>
      <source>the extent lies outside {name}</source>
      <translation>la extensión queda fuera de {name}</translation>
    </message>
    <message>
      <source>the file exists already: {path}</source>
      <translation>el archivo ya existe: {path}</translation>
    </message>
    <message>
      <source>the export was cancelled</source>
      <translation>se canceló la exportación</translation>
    </message>
    <message>
      <source>the export to {path} failed</source>
      <translation>falló la exportación a {path}</translation>
    </message>
    <message>
      <source>Export {name}</source>
      <translation>Exportar {name}</translation>
    </message>
    <message>
      <source>map</source>
      <translation>mapa</translation>
    </message>
    <message>
      <source>values</source>
      <translation>valores</translation>
    </message>
    <message>
      <source>Not checked: no class has labels in two places.</source>
      <translation>Sin comprobar: ninguna clase tiene etiquetas en dos lugares.</translation>
    </message>
    <message>
      <source>Macro-F1 {score:.2f}, overall accuracy {overall:.2f}: {checked} of {classes} classes checked, {labels} held-out labels</source>
      <translation>Macro-F1 {score:.2f}, exactitud global {overall:.2f}: {checked} de {classes} clases comprobadas, {labels} etiquetas apartadas</translation>
    </message>
    <message>
      <source>No overall score: {checked} of {classes} classes checked, {area:.0f} % of the mapped area. {least:.0f} % of the classes and of the area are needed.</source>
      <translation>Sin puntuación global: {checked} de {classes} clases comprobadas, {area:.0f} % de la superficie cartografiada. Se necesita el {least:.0f} % de las clases y de la superficie.</translation>
    </message>
    <message>
      <source>Not checked: {name}. Label it in a second place.</source>
      <translation>Sin comprobar: {name}. Etiquétela en un segundo lugar.</translation>
    </message>
    <message>
      <source>Not checked: {names}. Label each in a second place.</source>
      <translation>Sin comprobar: {names}. Etiquete cada una en un segundo lugar.</translation>
    </message>
    <message>
      <source>Labels are held out in blocks of {block} pixels, in {folds} rounds, and mapped without being known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each counted alike; overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class is checked if it has labels in two or more places far apart. One number is shown only if the checked classes are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.</source>
      <translation>Las etiquetas se apartan en bloques de {block} píxeles, en {folds} rondas, y se cartografían sin conocerlas, para que los vecinos no favorezcan la puntuación. Macro-F1 es la media de F1 de las clases comprobadas, todas con el mismo peso; la exactitud global es la proporción de píxeles etiquetados apartados que se cartografían bien; 1 es perfecto. Una clase está comprobada si tiene etiquetas en dos o más lugares alejados. Solo se da un número si las clases comprobadas son al menos el {least:.0f} % de las clases y de la superficie cartografiada: las demás pueden estar bien o mal cartografiadas.</translation>
    </message>
    <message>
      <source>Map of {scene} by OFA.</source>
      <translation>Mapa de {scene} por OFA.</translation>
    </message>
    <message>
      <source> (untrained)</source>
      <translation> (sin entrenar)</translation>
    </message>
    <message>
      <source>Model: {name}{trained}, sha256 {digest}</source>
      <translation>Modelo: {name}{trained}, sha256 {digest}</translation>
    </message>
    <message>
      <source>Sensor: {sensor}, units: {units}</source>
      <translation>Sensor: {sensor}, unidades: {units}</translation>
    </message>
    <message>
      <source>Made {time}</source>
      <translation>Creado: {time}</translation>
    </message>
    <message>
      <source>the engine is not set up yet</source>
      <translation>el motor aún no está configurado</translation>
    </message>
    <message>
      <source>open the OFA dock and set it up</source>
      <translation>abrir el panel OFA y configurarlo</translation>
    </message>
    <message>
      <source>a class for each pixel</source>
      <translation>una clase por píxel</translation>
    </message>
    <message>
      <source>a number for each pixel</source>
      <translation>un número por píxel</translation>
    </message>
    <message>
      <source>the head only (quick, fewer labels)</source>
      <translation>solo la cabeza (rápido, menos etiquetas)</translation>
    </message>
    <message>
      <source>the head and small additions (LoRA)</source>
      <translation>la cabeza y pequeños añadidos (LoRA)</translation>
    </message>
    <message>
      <source>the whole network (slow, many labels)</source>
      <translation>toda la red (lento, muchas etiquetas)</translation>
    </message>
    <message>
      <source>what suits the task</source>
      <translation>lo que conviene a la tarea</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>lineal</translation>
    </message>
    <message>
      <source>light</source>
      <translation>ligera</translation>
    </message>
    <message>
      <source>UPerNet</source>
      <translation>UPerNet</translation>
    </message>
    <message>
      <source>macro-F1</source>
      <translation>macro-F1</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>exactitud</translation>
    </message>
    <message>
      <source>mean average precision</source>
      <translation>precisión media promedio</translation>
    </message>
    <message>
      <source>RMSE</source>
      <translation>RMSE</translation>
    </message>
    <message>
      <source>score: after the first evaluation</source>
      <translation>puntuación: tras la primera evaluación</translation>
    </message>
    <message>
      <source>RMSE, in units of the labels</source>
      <translation>RMSE, en unidades de las etiquetas</translation>
    </message>
    <message>
      <source>macro-F1, 0 to 1</source>
      <translation>macro-F1, de 0 a 1</translation>
    </message>
    <message>
      <source>Best {metric} on left-out blocks: {score}, at step {step}</source>
      <translation>Mejor {metric} en bloques apartados: {score}, en el paso {step}</translation>
    </message>
    <message>
      <source>{name} has another nodata setting or assigned CRS than {first}</source>
      <translation>{name} tiene otro ajuste de nodata u otro SRC asignado que {first}</translation>
    </message>
    <message>
      <source>set the same in the properties of both: what is set for the first scene holds for all</source>
      <translation>ponga lo mismo en las propiedades de ambas: lo que se ajusta para la primera escena vale para todas</translation>
    </message>
    <message>
      <source>{name} has other answers about its bands or units than {first}</source>
      <translation>{name} tiene otras respuestas sobre sus bandas o unidades que {first}</translation>
    </message>
    <message>
      <source>give both the same answers under Bands…, or train on one of them</source>
      <translation>dé a ambas las mismas respuestas en «Bandas…», o entrene con una de ellas</translation>
    </message>
  </context>
  <context>
    <name>OfaSetup</name>
    <message>
      <source>Set up the engine</source>
      <translation>Configurar el motor</translation>
    </message>
    <message>
      <source>OFA computes in a program of its own. It needs a Python environment beside QGIS; QGIS's own Python stays as it is.</source>
      <translation>OFA calcula en un programa propio. Necesita un entorno de Python junto a QGIS; el Python de QGIS queda como está.</translation>
    </message>
    <message>
      <source>&amp;Start</source>
      <translation>Empe&amp;zar</translation>
    </message>
    <message>
      <source>Go to layers, classes and labels</source>
      <translation>Ir a capas, clases y etiquetas</translation>
    </message>
    <message>
      <source>Re&amp;pair</source>
      <translation>Re&amp;parar</translation>
    </message>
    <message>
      <source>Install the engine afresh; the present one is kept until the new one is proven</source>
      <translation>Instalar el motor de nuevo; el actual se conserva hasta comprobar el nuevo</translation>
    </message>
    <message>
      <source>Remo&amp;ve</source>
      <translation>&amp;Quitar</translation>
    </message>
    <message>
      <source>Install it differently</source>
      <translation>Instalar de otra forma</translation>
    </message>
    <message>
      <source>Another folder, another Python, another package index</source>
      <translation>Otra carpeta, otro Python, otro índice de paquetes</translation>
    </message>
    <message>
      <source>Private &amp;environment (recommended)</source>
      <translation>E&amp;ntorno privado (recomendado)</translation>
    </message>
    <message>
      <source>pip fetches the engine's packages into a folder of their own</source>
      <translation>pip descarga los paquetes del motor en una carpeta propia</translation>
    </message>
    <message>
      <source>Private environment from an &amp;offline folder</source>
      <translation>Entorno privado desde carpeta &amp;sin conexión</translation>
    </message>
    <message>
      <source>For computers without a network: the packages come from a folder of wheels</source>
      <translation>Para equipos sin red: los paquetes vienen de una carpeta de wheels</translation>
    </message>
    <message>
      <source>Copy the &amp;command that collects them</source>
      <translation>Copiar &amp;la orden que los reúne</translation>
    </message>
    <message>
      <source>Run it on a computer with a network, the same system and the same version of Python</source>
      <translation>Ejecutarla en un equipo con red, el mismo sistema y la misma versión de Python</translation>
    </message>
    <message>
      <source>&amp;Use an existing Python</source>
      <translation>Usar un Python e&amp;xistente</translation>
    </message>
    <message>
      <source>One in which the engine is installed already</source>
      <translation>Uno en el que ya está instalado el motor</translation>
    </message>
    <message>
      <source>Nothing is installed; the engine in it is proven, then used.</source>
      <translation>No se instala nada; su motor se comprueba y luego se usa.</translation>
    </message>
    <message>
      <source>&amp;Folder</source>
      <translation>Carpe&amp;ta</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Más</translation>
    </message>
    <message>
      <source>&amp;Base Python</source>
      <translation>Python &amp;base</translation>
    </message>
    <message>
      <source>The Python 3.11 or newer that the environment is made from; left empty, one is found</source>
      <translation>El Python 3.11 o posterior con el que se crea el entorno; si se deja vacío, se busca uno</translation>
    </message>
    <message>
      <source>Additional package &amp;index</source>
      <translation>Índice &amp;adicional de paquetes</translation>
    </message>
    <message>
      <source>The address of an index that pip asks besides its own, such as the one with the CUDA builds of torch for your driver; it is not kept</source>
      <translation>La dirección de un índice que pip consulta además del suyo, como el de las compilaciones CUDA de torch para su controlador; no se guarda</translation>
    </message>
    <message>
      <source>https://… (none)</source>
      <translation>https://… (ninguno)</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>&amp;Instalar</translation>
    </message>
    <message>
      <source>%p %</source>
      <translation>%p %</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Cancelar</translation>
    </message>
    <message>
      <source>Stop; what worked before still does</source>
      <translation>Detener; lo que funcionaba sigue funcionando</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Registro</translation>
    </message>
    <message>
      <source>Copy &amp;diagnostics</source>
      <translation>Copiar dia&amp;gnóstico</translation>
    </message>
    <message>
      <source>Versions, device and the end of the log for a report, without the name of your home folder</source>
      <translation>Versiones, dispositivo y el final del registro para un informe, sin el nombre de su carpeta personal</translation>
    </message>
  </context>
</TS>
