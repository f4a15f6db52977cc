<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>{share:.1%} of the map counts as changed; {stated:.1%} would without any change</source>
      <translation>{share:.1%} del mapa cuenta como cambiado; sin ningún cambio sería {stated:.1%}</translation>
    </message>
    <message>
      <source>Earlier date: {score}</source>
      <translation>Fecha anterior: {score}</translation>
    </message>
    <message>
      <source>Later date: {score}</source>
      <translation>Fecha posterior: {score}</translation>
    </message>
    <message>
      <source>{name}: {share:.1%}</source>
      <translation>{name}: {share:.1%}</translation>
    </message>
    <message>
      <source>{share:.1%} of the map has changed</source>
      <translation>Ha cambiado {share:.1%} del mapa</translation>
    </message>
    <message>
      <source>the job did not stop within {seconds:g} s of its cancel; the engine was ended</source>
      <translation>la tarea no se detuvo en {seconds:g} s tras cancelarla; se detuvo el motor</translation>
    </message>
    <message>
      <source>the engine was stopped</source>
      <translation>se detuvo el motor</translation>
    </message>
    <message>
      <source>the engine did not start within {seconds:g} s</source>
      <translation>el motor no arrancó en {seconds:g} s</translation>
    </message>
    <message>
      <source>try again; if it stays, repair the engine</source>
      <translation>inténtelo de nuevo; si persiste, repare el motor</translation>
    </message>
    <message>
      <source>the engine speaks protocol {theirs}, this plugin protocol {ours}</source>
      <translation>el motor usa el protocolo {theirs}, este complemento el protocolo {ours}</translation>
    </message>
    <message>
      <source>update the plugin and repair the engine, so that both are of one release</source>
      <translation>actualice el complemento y repare el motor, para que ambos sean de la misma versión</translation>
    </message>
    <message>
      <source>the engine died ({why})</source>
      <translation>el motor dejó de funcionar ({why})</translation>
    </message>
    <message>
      <source>the log is {file}</source>
      <translation>el registro es {file}</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entrenar</translation>
    </message>
    <message>
      <source>Inspect a scene</source>
      <translation>Inspeccionar una escena</translation>
    </message>
    <message>
      <source>&amp;Bands…</source>
      <translation>&amp;Bandas…</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Outp&amp;ut</source>
      <translation>&amp;Salida</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Aprender</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Tarea</translation>
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
      <source>Learning rate</source>
      <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Precisión</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Skip damaged blocks</source>
      <translation>Omitir bloques dañados</translation>
    </message>
    <message>
      <source>Move the later date onto this one</source>
      <translation>Llevar la fecha posterior sobre esta</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>«{name}»</translation>
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
      <source>access violation</source>
      <translation>infracción de acceso</translation>
    </message>
    <message>
      <source>stack overflow</source>
      <translation>desbordamiento de pila</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>no se encontró una DLL</translation>
    </message>
    <message>
      <source>the engine cannot be started: {error}</source>
      <translation>el motor no se puede iniciar: {error}</translation>
    </message>
    <message>
      <source>install or repair the engine</source>
      <translation>instale o repare el motor</translation>
    </message>
    <message>
      <source>(no log: {error})</source>
      <translation>(sin registro: {error})</translation>
    </message>
    <message>
      <source>it does not answer</source>
      <translation>no responde</translation>
    </message>
    <message>
      <source>signal {number}</source>
      <translation>señal {number}</translation>
    </message>
    <message>
      <source>{name}; often too little memory</source>
      <translation>{name}; a menudo falta memoria</translation>
    </message>
    <message>
      <source>exit code {code}</source>
      <translation>código de salida {code}</translation>
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
      <source>Drawing the points.</source>
      <translation>Se sortean los puntos.</translation>
    </message>
    <message>
      <source>Estimating accuracy and areas.</source>
      <translation>Se estiman la exactitud y las superficies.</translation>
    </message>
    <message>
      <source>A map of classes in this project. Points are drawn at random within each class.</source>
      <translation>Un mapa de clases de este proyecto. Se sortean puntos al azar dentro de cada clase.</translation>
    </message>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source>Standard error of overall accuracy to plan for. The 95 % interval reaches twice as far to either side.</source>
      <translation>Error estándar previsto de la exactitud global. El intervalo del 95 % llega el doble de lejos a cada lado.</translation>
    </message>
    <message>
      <source>as many as that needs</source>
      <translation>los que hagan falta</translation>
    </message>
    <message>
      <source>How many points to answer; they decide how wide the intervals are.</source>
      <translation>Cuántos puntos hay que contestar; de ello depende la anchura de los intervalos.</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>Points and answers. A sample that is there already is gone on with.</source>
      <translation>Puntos y respuestas. Una muestra que ya existe se continúa.</translation>
    </message>
    <message>
      <source>Draw poin&amp;ts</source>
      <translation>&amp;Sortear puntos</translation>
    </message>
    <message>
      <source>&amp;Assess the map</source>
      <translation>Eval&amp;uar el mapa</translation>
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
      <source>Figures that may be published: points are drawn at random, you say what is truly there without seeing the map, and accuracy and areas follow with 95 % intervals.</source>
      <translation>Cifras publicables: se sortean puntos al azar, usted dice qué hay realmente sin ver el mapa, y de ahí se obtienen la exactitud y las superficies con intervalos del 95 %.</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mapa</translation>
    </message>
    <message>
      <source>Standard error</source>
      <translation>Error estándar</translation>
    </message>
    <message>
      <source>Poi&amp;nts</source>
      <translation>Pu&amp;ntos</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Muestra</translation>
    </message>
    <message>
      <source>&amp;Go on with the sample</source>
      <translation>Continuar &amp;la muestra</translation>
    </message>
    <message>
      <source>Add a map of classes to the project first.</source>
      <translation>Añada primero un mapa de clases al proyecto.</translation>
    </message>
    <message>
      <source>By the answers so far; points without one are counted in the report.</source>
      <translation>Según las respuestas hasta ahora; el informe cuenta los puntos sin respuesta.</translation>
    </message>
    <message>
      <source>Paused; points left: {left:,}. All answers are saved.</source>
      <translation>En pausa; puntos restantes: {left:,}. Todas las respuestas están guardadas.</translation>
    </message>
    <message>
      <source>{file} is no accuracy sample</source>
      <translation>{file} no es una muestra de exactitud</translation>
    </message>
    <message>
      <source>draw one here, or choose another file</source>
      <translation>sortee una aquí, o elija otro archivo</translation>
    </message>
    <message>
      <source>{file} could not be written: {why}</source>
      <translation>no se pudo escribir {file}: {why}</translation>
    </message>
    <message>
      <source>it is open elsewhere</source>
      <translation>está abierto en otro lugar</translation>
    </message>
    <message>
      <source>close it in other programs, and answer again</source>
      <translation>ciérrelo en otros programas y conteste de nuevo</translation>
    </message>
    <message>
      <source>Can't tell (0)</source>
      <translation>No se sabe (0)</translation>
    </message>
    <message>
      <source>Go on without an answer; the report counts such points.</source>
      <translation>Seguir sin respuesta; el informe cuenta esos puntos.</translation>
    </message>
    <message>
      <source>Back (←)</source>
      <translation>Atrás (←)</translation>
    </message>
    <message>
      <source>To the point before, to look at its answer again.</source>
      <translation>Al punto anterior, para revisar su respuesta.</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pausa</translation>
    </message>
    <message>
      <source>Show the map again. All answers are saved.</source>
      <translation>Mostrar de nuevo el mapa. Todas las respuestas están guardadas.</translation>
    </message>
    <message>
      <source>Point {number:,} of {total:,}; left: {left:,}</source>
      <translation>Punto {number:,} de {total:,}; restantes: {left:,}</translation>
    </message>
    <message>
      <source>This is truly what is in the outlined pixel.</source>
      <translation>Es lo que hay realmente en el píxel marcado.</translation>
    </message>
    <message>
      <source>OFA similarity in sight</source>
      <translation>OFA parecido a la vista</translation>
    </message>
    <message>
      <source>Comparing what is in sight.</source>
      <translation>Comparando lo que está a la vista.</translation>
    </message>
    <message>
      <source>Write hits of {name}</source>
      <translation>Escribir hallazgos de {name}</translation>
    </message>
    <message>
      <source>E&amp;xamples</source>
      <translation>E&amp;jemplos</translation>
    </message>
    <message>
      <source>Cou&amp;nter-examples</source>
      <translation>Co&amp;ntraejemplos</translation>
    </message>
    <message>
      <source>Remove &amp;all</source>
      <translation>Quit&amp;ar todos</translation>
    </message>
    <message>
      <source>Click on the map what you look for. A right click removes, Ctrl+Z takes the last one back.</source>
      <translation>Haga clic en el mapa sobre lo que busca. Un clic derecho quita, Ctrl+Z deshace el último.</translation>
    </message>
    <message>
      <source>Click on the map what looks alike and is not meant.</source>
      <translation>Haga clic en el mapa sobre lo que se parece y no es.</translation>
    </message>
    <message>
      <source>What is less alike is clear. 1 is as the examples, 0 as the least alike tenth of the layer.</source>
      <translation>Lo que se parece menos es transparente. 1 es como los ejemplos, 0 como la décima parte de la capa que menos se parece.</translation>
    </message>
    <message>
      <source>Map the whole la&amp;yer</source>
      <translation>Mapa de &amp;toda la capa</translation>
    </message>
    <message>
      <source>Wr&amp;ite hits</source>
      <translation>Escri&amp;bir hallazgos</translation>
    </message>
    <message>
      <source>Writes what reaches the threshold in the whole layer, with a score, in a GeoPackage.</source>
      <translation>Escribe lo que alcanza el umbral en toda la capa, con una puntuación, en un GeoPackage.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>polígonos</translation>
    </message>
    <message>
      <source>points</source>
      <translation>puntos</translation>
    </message>
    <message>
      <source>Hits as</source>
      <translation>Hallazgos como</translation>
    </message>
    <message>
      <source>What the hits are: the outlines of regions, or a point in each.</source>
      <translation>Qué son los hallazgos: los contornos de regiones o un punto en cada una.</translation>
    </message>
    <message>
      <source>Click on what you look for, and see where the layer of the page Map is like it. It needs no labels.</source>
      <translation>Haga clic en lo que busca y vea dónde se le parece la capa de la página Mapa. No hacen falta etiquetas.</translation>
    </message>
    <message>
      <source>&amp;Threshold</source>
      <translation>&amp;Umbral</translation>
    </message>
    <message>
      <source>Choose a layer on the page Map first, and answer what is asked of it.</source>
      <translation>Elija primero una capa en la página Mapa y conteste lo que se pregunta sobre ella.</translation>
    </message>
    <message>
      <source>Examples: {at}, counter-examples: {unlike}</source>
      <translation>Ejemplos: {at}, contraejemplos: {unlike}</translation>
    </message>
    <message>
      <source>Writes the similarity of each pixel beside the layer, in the background.</source>
      <translation>Escribe el parecido de cada píxel junto a la capa, en segundo plano.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions and one example.</source>
      <translation>Necesita una capa sin preguntas pendientes y un ejemplo.</translation>
    </message>
    <message>
      <source>This is the middle of the view: zoom in, or map the whole layer.</source>
      <translation>Es el centro de la vista: acérquese o haga el mapa de toda la capa.</translation>
    </message>
    <message>
      <source>Find what is alike in {name}</source>
      <translation>Encontrar lo parecido en {name}</translation>
    </message>
    <message>
      <source>{file} is in the project.</source>
      <translation>{file} está en el proyecto.</translation>
    </message>
    <message>
      <source>Done: {path}</source>
      <translation>Hecho: {path}</translation>
    </message>
    <message>
      <source>similarity</source>
      <translation>parecido</translation>
    </message>
    <message>
      <source>hits</source>
      <translation>hallazgos</translation>
    </message>
    <message>
      <source>Hits: {hits:,}, on {share:.1%} of the map</source>
      <translation>Hallazgos: {hits:,}, en {share:.1%} del mapa</translation>
    </message>
    <message>
      <source>The layer is not ready yet: see above.</source>
      <translation>La capa aún no está lista: ver arriba.</translation>
    </message>
    <message>
      <source>There can be {most} examples at most: remove some.</source>
      <translation>Puede haber {most} ejemplos como máximo: quite algunos.</translation>
    </message>
    <message>
      <source>{layer} has no data here.</source>
      <translation>{layer} no tiene datos aquí.</translation>
    </message>
    <message>
      <source>example</source>
      <translation>ejemplo</translation>
    </message>
    <message>
      <source>counter-example</source>
      <translation>contraejemplo</translation>
    </message>
    <message>
      <source>unknown sensor</source>
      <translation>sensor desconocido</translation>
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
      <source>{wavelength:g} nm</source>
      <translation>{wavelength:g} nm</translation>
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
      <source>The layer that the fields below are about</source>
      <translation>La capa a la que se refieren los campos de abajo</translation>
    </message>
    <message>
      <source>Blocks that cannot be read count as nodata and are told. Off: they end the run.</source>
      <translation>Los bloques ilegibles cuentan como nodata y se avisan. Desactivado: terminan la ejecución.</translation>
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
      <source>Layer</source>
      <translation>Capa</translation>
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
      <source>Close</source>
      <translation>Cerrar</translation>
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
      <source>Line {number} of {file} is no wavelength in nanometres: {line}.</source>
      <translation>La línea {number} de {file} no es una longitud de onda en nanómetros: {line}.</translation>
    </message>
    <message>
      <source>{file} must hold a wavelength for each band. Wavelengths: {found}; bands: {bands}.</source>
      <translation>{file} debe tener una longitud de onda por banda. Longitudes de onda: {found}; bandas: {bands}.</translation>
    </message>
    <message>
      <source>Compare {before} and {after}</source>
      <translation>Comparar {before} y {after}</translation>
    </message>
    <message>
      <source>Another layer of this project that shows the same place, at a later date.</source>
      <translation>Otra capa de este proyecto que muestra el mismo lugar en una fecha posterior.</translation>
    </message>
    <message>
      <source>What loo&amp;ks changed</source>
      <translation>&amp;Lo que parece cambiado</translation>
    </message>
    <message>
      <source>From wh&amp;ich class to which</source>
      <translation>De qué clase &amp;a cuál</translation>
    </message>
    <message>
      <source>Needs no labels. Both dates must be of one sensor.</source>
      <translation>No necesita etiquetas. Ambas fechas deben ser del mismo sensor.</translation>
    </message>
    <message>
      <source>The share of unchanged pixels that may count as changed.</source>
      <translation>Proporción de píxeles sin cambio que pueden contar como cambiados.</translation>
    </message>
    <message>
      <source>Polygons from</source>
      <translation>Polígonos desde</translation>
    </message>
    <message>
      <source>Also writes what has changed as polygons, from this area on.</source>
      <translation>Escribe también lo que ha cambiado como polígonos, a partir de esta superficie.</translation>
    </message>
    <message>
      <source> ha</source>
      <translation> ha</translation>
    </message>
    <message>
      <source>Minimum area of a polygon</source>
      <translation>Superficie mínima de un polígono</translation>
    </message>
    <message>
      <source>If they lie more than half a pixel apart, which is told. Off: dates that lie apart are not compared.</source>
      <translation>Si están desplazadas más de medio píxel, lo que se indica. Desactivado: las fechas desplazadas no se comparan.</translation>
    </message>
    <message>
      <source>Map the chan&amp;ge</source>
      <translation>Cartografiar el camb&amp;io</translation>
    </message>
    <message>
      <source>What has changed from the layer of the page Map to a later date of the same place.</source>
      <translation>Lo que ha cambiado de la capa de la página Mapa a una fecha posterior del mismo lugar.</translation>
    </message>
    <message>
      <source>Later date</source>
      <translation>Fecha posterior</translation>
    </message>
    <message>
      <source>False alarms</source>
      <translation>Falsas alarmas</translation>
    </message>
    <message>
      <source>No other layer of the project shows this place: add the later date.</source>
      <translation>Ninguna otra capa del proyecto muestra este lugar: añada la fecha posterior.</translation>
    </message>
    <message>
      <source>Earlier date: {layer}</source>
      <translation>Fecha anterior: {layer}</translation>
    </message>
    <message>
      <source>By the labels of the page Map, which must hold on both dates; also between two sensors.</source>
      <translation>Por las etiquetas de la página Mapa, que deben valer en ambas fechas; también entre dos sensores.</translation>
    </message>
    <message>
      <source>Needs labels of two classes on the page Map.</source>
      <translation>Necesita etiquetas de dos clases en la página Mapa.</translation>
    </message>
    <message>
      <source>changes</source>
      <translation>cambios</translation>
    </message>
    <message>
      <source>change</source>
      <translation>cambio</translation>
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
      <source>&amp;Group</source>
      <translation>&amp;Grupo</translation>
    </message>
    <message>
      <source>Classes of a group stand together, and maps can show groups instead</source>
      <translation>Las clases de un grupo van juntas, y los mapas pueden mostrar grupos en su lugar</translation>
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
      <source>&amp;New group</source>
      <translation>&amp;Nuevo grupo</translation>
    </message>
    <message>
      <source>N&amp;o group</source>
      <translation>&amp;Ningún grupo</translation>
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
      <source>Double-click or press F2 to rename; drag or press Alt+Up to move</source>
      <translation>Doble clic o F2 para cambiar el nombre; arrastrar o Alt+flecha para mover</translation>
    </message>
    <message>
      <source>Key that chooses this class on the map</source>
      <translation>Tecla que elige esta clase en el mapa</translation>
    </message>
    <message>
      <source>Value on the map of groups: {value}</source>
      <translation>Valor en el mapa de grupos: {value}</translation>
    </message>
    <message>
      <source>Double-click to rename; drag to move, or drag classes into it</source>
      <translation>Doble clic para renombrar; arrastre para mover, o arrastre clases dentro</translation>
    </message>
    <message>
      <source>Colour {colour}: click or press Space to choose another</source>
      <translation>Color {colour}: hacer clic o pulsar Space para elegir otro</translation>
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
      <source>{count:,} points</source>
      <translation>{count:,} puntos</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1 línea</translation>
    </message>
    <message>
      <source>{count:,} lines</source>
      <translation>{count:,} líneas</translation>
    </message>
    <message>
      <source>1 polygon</source>
      <translation>1 polígono</translation>
    </message>
    <message>
      <source>{count:,} polygons</source>
      <translation>{count:,} polígonos</translation>
    </message>
    <message>
      <source>{count:,} outside</source>
      <translation>{count:,} fuera</translation>
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
      <source>group {number}</source>
      <translation>grupo {number}</translation>
    </message>
    <message>
      <source>{name} is in the group of its name: rename one of them first.</source>
      <translation>{name} está en el grupo de su nombre: renombre antes uno de los dos.</translation>
    </message>
    <message>
      <source>Group classes</source>
      <translation>Agrupar clases</translation>
    </message>
    <message>
      <source>There is a group {name} already.</source>
      <translation>Ya hay un grupo {name}.</translation>
    </message>
    <message>
      <source>A group needs a name.</source>
      <translation>Un grupo necesita un nombre.</translation>
    </message>
    <message>
      <source>Rename group</source>
      <translation>Renombrar grupo</translation>
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
      <source>cluster</source>
      <translation>grupo</translation>
    </message>
    <message>
      <source>share</source>
      <translation>proporción</translation>
    </message>
    <message>
      <source>class</source>
      <translation>clase</translation>
    </message>
    <message>
      <source>Choose a row to see its cluster alone. Clusters with the same class become one; without one, none.</source>
      <translation>Elija una fila para ver solo su grupo. Los grupos con la misma clase se unen; sin clase, un grupo se deja fuera.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>ninguno</translation>
    </message>
    <message>
      <source>Map {name} without labels</source>
      <translation>Cartografiar {name} sin etiquetas</translation>
    </message>
    <message>
      <source>First map without labels</source>
      <translation>Primer mapa sin etiquetas</translation>
    </message>
    <message>
      <source>Maps the whole layer into clusters of alike pixels. Give them names, and they become first labels.</source>
      <translation>Divide toda la capa en grupos de píxeles parecidos. Deles nombres y serán las primeras etiquetas.</translation>
    </message>
    <message>
      <source>Rather more than the classes that you want: it is easier to merge clusters than to split.</source>
      <translation>Más bien más que las clases que se quieren: es más fácil unir grupos que partir uno.</translation>
    </message>
    <message>
      <source>Take over as labels</source>
      <translation>Tomar como etiquetas</translation>
    </message>
    <message>
      <source>Drop</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <source>Closes the table. The map of clusters stays in the project.</source>
      <translation>Cierra la tabla. El mapa de grupos queda en el proyecto.</translation>
    </message>
    <message>
      <source>Number of clusters</source>
      <translation>Número de grupos</translation>
    </message>
    <message>
      <source>Give the clusters names of classes, the same name to those that belong together. Leave mixtures out.</source>
      <translation>Dé a los grupos nombres de clases, el mismo a los que van juntos. Deje fuera las mezclas.</translation>
    </message>
    <message>
      <source>clusters</source>
      <translation>grupos</translation>
    </message>
    <message>
      <source>Adds points inside the named clusters to your labels, as one step that can be undone.</source>
      <translation>Añade a sus etiquetas puntos del interior de los grupos con nombre, en un solo paso que se puede deshacer.</translation>
    </message>
    <message>
      <source>Needs clusters of two classes.</source>
      <translation>Hacen falta grupos de dos clases.</translation>
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
      <source>Accuracy</source>
      <translation>Exactitud</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valores</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Cambio</translation>
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
      <source>The preview goes on when you leave the page Find.</source>
      <translation>La vista previa sigue cuando salga de la página «Buscar».</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Mostrar registro</translation>
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
      <source>1 unsaved edit in {layer} is used for the map: save it to keep it.</source>
      <translation>1 cambio sin guardar en {layer} se usa para el mapa: guárdelo para conservarlo.</translation>
    </message>
    <message>
      <source>{count:,} unsaved edits in {layer} are used for the map: save them to keep them.</source>
      <translation>{count:,} cambios sin guardar en {layer} se usan para el mapa: guárdelos para conservarlos.</translation>
    </message>
    <message>
      <source>A polygon needs three corners that are not in a line.</source>
      <translation>Un polígono necesita tres vértices que no estén en línea.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the labels.</source>
      <translation>Este lugar no existe en el sistema de referencia de las etiquetas.</translation>
    </message>
    <message>
      <source>Add labels</source>
      <translation>Añadir etiquetas</translation>
    </message>
    <message>
      <source>Add a class first, then click on the map.</source>
      <translation>Añadir primero una clase y luego hacer clic en el mapa.</translation>
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
      <source>no class</source>
      <translation>sin clase</translation>
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
      <source>No label lies in this scene: the labels are {km} km away, in the area of {other}.</source>
      <translation>Ninguna etiqueta cae en esta escena: las etiquetas están a {km} km, en la zona de {other}.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away.</source>
      <translation>Ninguna etiqueta cae en esta escena: las etiquetas están a {km} km.</translation>
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
      <source>{layer} has labels that are not saved: save its edits first.</source>
      <translation>{layer} tiene etiquetas sin guardar: guarde antes sus cambios.</translation>
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
      <source>OFA labels</source>
      <translation>Etiquetas OFA</translation>
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
      <source>This place does not exist in the reference system of the layer.</source>
      <translation>Este lugar no existe en el sistema de referencia de la capa.</translation>
    </message>
    <message>
      <source>Looking for like pixels…</source>
      <translation>Buscando píxeles parecidos…</translation>
    </message>
    <message>
      <source>{pixels:,} pixels, tolerance {step} of {steps}: wheel, then Enter</source>
      <translation>{pixels:,} píxeles, tolerancia {step} de {steps}: rueda, luego Intro</translation>
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
      <source>Learnt from {labels:,} labels in {scenes} scenes.</source>
      <translation>Aprendido de {labels:,} etiquetas en {scenes} escenas.</translation>
    </message>
    <message>
      <source>Learnt from {labels:,} labels in 1 scene.</source>
      <translation>Aprendido de {labels:,} etiquetas en 1 escena.</translation>
    </message>
    <message>
      <source>Macro-F1 {macro_f1} ({low} to {high}) in scenes held out as a whole.</source>
      <translation>Macro-F1 {macro_f1} ({low} a {high}) en escenas apartadas enteras.</translation>
    </message>
    <message>
      <source>Macro-F1 {macro_f1} ({low} to {high}) there; other scenes were not checked.</source>
      <translation>Macro-F1 {macro_f1} ({low} a {high}) allí; no se han comprobado otras escenas.</translation>
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
      <source>CPU, 1 core</source>
      <translation>CPU, 1 núcleo</translation>
    </message>
    <message>
      <source>CPU, {count} cores</source>
      <translation>CPU, {count} núcleos</translation>
    </message>
    <message>
      <source>{cores}: {why}</source>
      <translation>{cores}: {why}</translation>
    </message>
    <message>
      <source>Bands…</source>
      <translation>Bandas…</translation>
    </message>
    <message>
      <source>Which band of {layer} is which, and what must be said of it</source>
      <translation>Qué banda de {layer} es cuál y qué hay que decir de ella</translation>
    </message>
    <message>
      <source>Do not use {layer}</source>
      <translation>No usar {layer}</translation>
    </message>
    <message>
      <source>and also…</source>
      <translation>y también…</translation>
    </message>
    <message>
      <source>Use other layers of the same place beside this one: radar, heights, other dates, embeddings</source>
      <translation>Usar otras capas del mismo lugar junto a esta: radar, alturas, otras fechas, incrustaciones</translation>
    </message>
    <message>
      <source>no other raster layer of the project lies here</source>
      <translation>ninguna otra capa ráster del proyecto está aquí</translation>
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
      <source>{layer}: {questions} before the map, see Bands.</source>
      <translation>{layer}: {questions} antes del mapa, ver Bandas.</translation>
    </message>
    <message>
      <source>Bringing the sources together.</source>
      <translation>Se reúnen las fuentes.</translation>
    </message>
    <message>
      <source>Whose pixels the map has: all sources are brought onto them as they are read.</source>
      <translation>De qué fuente son los píxeles del mapa: todas se llevan a ellos al leerlas.</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Cuadrícula</translation>
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
      <source>{other} does not lie where {layer} does.</source>
      <translation>{other} no está en el mismo lugar que {layer}.</translation>
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
      <source>{questions} before the map: see Bands.</source>
      <translation>{questions} antes del mapa: ver Bandas.</translation>
    </message>
    <message>
      <source>{questions} before the map.</source>
      <translation>{questions} antes del mapa.</translation>
    </message>
    <message>
      <source>{width:,} × {height:,} pixels</source>
      <translation>{width:,} × {height:,} píxeles</translation>
    </message>
    <message>
      <source>pixel size on the ground: {gsd:g} m</source>
      <translation>tamaño de píxel en el terreno: {gsd:g} m</translation>
    </message>
    <message>
      <source>bands used: {count}</source>
      <translation>bandas usadas: {count}</translation>
    </message>
    <message>
      <source>units read from: {source}</source>
      <translation>unidades leídas de: {source}</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Máscara</translation>
    </message>
    <message>
      <source>What of the product's own masks is nodata</source>
      <translation>Qué de las máscaras del producto es nodata</translation>
    </message>
    <message>
      <source>No data by the product's mask: {kinds}</source>
      <translation>Sin datos según la máscara del producto: {kinds}</translation>
    </message>
    <message>
      <source>Nothing of the product's mask counts as no data.</source>
      <translation>Nada de la máscara del producto cuenta como sin datos.</translation>
    </message>
    <message>
      <source>All of these</source>
      <translation>Todas</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ninguna</translation>
    </message>
    <message>
      <source>clouds</source>
      <translation>nubes</translation>
    </message>
    <message>
      <source>haze</source>
      <translation>bruma</translation>
    </message>
    <message>
      <source>cloud shadow</source>
      <translation>sombra de nube</translation>
    </message>
    <message>
      <source>snow</source>
      <translation>nieve</translation>
    </message>
    <message>
      <source>Open a file, or a satellite product as you downloaded it</source>
      <translation>Abrir un archivo o un producto satelital tal como se descargó</translation>
    </message>
    <message>
      <source>Open a folder</source>
      <translation>Abrir una carpeta</translation>
    </message>
    <message>
      <source>Open a scene</source>
      <translation>Abrir una escena</translation>
    </message>
    <message>
      <source>What the item names is read from its server; nothing is sent there.</source>
      <translation>Lo que el ítem nombra se lee de su servidor; no se envía nada.</translation>
    </message>
    <message>
      <source>Read it from the network</source>
      <translation>Leerlo de la red</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>Abrir un archivo…</translation>
    </message>
    <message>
      <source>Open a folder…</source>
      <translation>Abrir una carpeta…</translation>
    </message>
    <message>
      <source>Looking at {file}.</source>
      <translation>Se examina {file}.</translation>
    </message>
    <message>
      <source>{file} cannot be shown ({reason}).</source>
      <translation>No se puede mostrar {file} ({reason}).</translation>
    </message>
    <message>
      <source>QGIS cannot show the bands of {file}.</source>
      <translation>QGIS no puede mostrar las bandas de {file}.</translation>
    </message>
    <message>
      <source>QGIS cannot read {file} as one raster. If it holds several, use Layer &gt; Add Layer &gt; Add Raster Layer.</source>
      <translation>QGIS no puede leer {file} como un solo ráster. Si contiene varios: Capa &gt; Añadir capa &gt; Añadir capa ráster.</translation>
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
      <source>Clean up a map</source>
      <translation>Limpiar un mapa</translation>
    </message>
    <message>
      <source>Smaller regions are filled from their neighbours; long, thin ones stay.</source>
      <translation>Las zonas menores se rellenan desde sus vecinas; las largas y delgadas se quedan.</translation>
    </message>
    <message>
      <source>becomes</source>
      <translation>pasa a</translation>
    </message>
    <message>
      <source>Classes that become the same are merged. Choose a class, or type a new name.</source>
      <translation>Las clases que pasan a la misma se combinan. Elija una clase o escriba un nombre nuevo.</translation>
    </message>
    <message>
      <source>The map as polygons, without gaps or overlaps.</source>
      <translation>El mapa como polígonos, sin huecos ni solapes.</translation>
    </message>
    <message>
      <source>smooth</source>
      <translation>suavizados</translation>
    </message>
    <message>
      <source>Rounds off the stairs of pixels; borders that polygons share stay shared.</source>
      <translation>Redondea los escalones de los píxeles; los límites comunes siguen siendo comunes.</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Superficie mínima</translation>
    </message>
    <message>
      <source>A new map is made of the map's file and added to its group. Nothing is mapped again.</source>
      <translation>Del archivo del mapa se hace uno nuevo, que se añade a su grupo. No se vuelve a hacer el mapa.</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>píxeles</translation>
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
      <translation>Limpiar…</translation>
    </message>
    <message>
      <source>Merge classes of a map, fill small regions, and draw smooth polygons.</source>
      <translation>Combinar clases de un mapa, rellenar zonas pequeñas y dibujar polígonos suaves.</translation>
    </message>
    <message>
      <source>Clean up {name}</source>
      <translation>Limpiar {name}</translation>
    </message>
    <message>
      <source>The cleaned map is done: {path}</source>
      <translation>El mapa limpio está listo: {path}</translation>
    </message>
    <message>
      <source>cleaned map</source>
      <translation>mapa limpio</translation>
    </message>
    <message>
      <source>cleaned polygons</source>
      <translation>polígonos limpios</translation>
    </message>
    <message>
      <source>{file} is in the project. Pixels with another class now: {share}.</source>
      <translation>{file} está en el proyecto. Píxeles que ahora tienen otra clase: {share}.</translation>
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
      <source>{folder} cannot be written to: {why}.</source>
      <translation>No se puede escribir en {folder}: {why}.</translation>
    </message>
    <message>
      <source>Cancelling.</source>
      <translation>Cancelando.</translation>
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
      <source>How unlike each pixel is to everything that was labelled: above 1 the map is a guess.</source>
      <translation>Cuánto difiere cada píxel de todo lo etiquetado: por encima de 1, el mapa es una suposición.</translation>
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
      <source>unlike</source>
      <translation>diferente</translation>
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
      <source>Starting.</source>
      <translation>Empezando.</translation>
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
      <source>Save model…</source>
      <translation>Guardar el modelo…</translation>
    </message>
    <message>
      <source>Add model…</source>
      <translation>Añadir un modelo…</translation>
    </message>
    <message>
      <source>Add a model that somebody has passed on, a zip or a folder, to the list of models.</source>
      <translation>Añadir a la lista de modelos uno que alguien ha pasado: un zip o una carpeta.</translation>
    </message>
    <message>
      <source>Save the model {name}</source>
      <translation>Guardar el modelo {name}</translation>
    </message>
    <message>
      <source>Learning from the labels.</source>
      <translation>Aprende de las etiquetas.</translation>
    </message>
    <message>
      <source>Save what the labels taught, to map other scenes of this sensor without labels.</source>
      <translation>Guardar lo aprendido de las etiquetas, para hacer el mapa de otras escenas de este sensor sin etiquetas.</translation>
    </message>
    <message>
      <source>One file to share (*.zip)</source>
      <translation>Un archivo para compartir (*.zip)</translation>
    </message>
    <message>
      <source>Save model</source>
      <translation>Guardar el modelo</translation>
    </message>
    <message>
      <source>Folder of a model (*)</source>
      <translation>Carpeta de un modelo (*)</translation>
    </message>
    <message>
      <source>Add model</source>
      <translation>Añadir un modelo</translation>
    </message>
    <message>
      <source>Models (*.zip card.json)</source>
      <translation>Modelos (*.zip card.json)</translation>
    </message>
    <message>
      <source>{name} is in the list of models.</source>
      <translation>{name} está en la lista de modelos.</translation>
    </message>
    <message>
      <source>Saved: {path}.</source>
      <translation>Guardado: {path}.</translation>
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
      <source>Click a map of the project to see its report and its recipe.</source>
      <translation>Haga clic en un mapa del proyecto para ver su informe y su receta.</translation>
    </message>
    <message>
      <source>The report of {file} cannot be read: {why}.</source>
      <translation>No se puede leer el informe de {file}: {why}.</translation>
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
      <source>Hectares mapped as this class, on the ellipsoid; not corrected for errors.</source>
      <translation>Hectáreas asignadas a esta clase, sobre el elipsoide; sin corregir por errores.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <source>{name}: labelled pixels {count:,}, held-out labels {held_out:,}</source>
      <translation>{name}: píxeles etiquetados {count:,}, etiquetas reservadas {held_out:,}</translation>
    </message>
    <message>
      <source>{name}: labelled pixels {count:,}. It could not be checked: label it in a second place.</source>
      <translation>{name}: píxeles etiquetados {count:,}. No se pudo comprobar: etiquétela en otro lugar.</translation>
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
      <source>Choose a layer above.</source>
      <translation>Elegir una capa arriba.</translation>
    </message>
    <message>
      <source>{model} needs no labels: map the scene below.</source>
      <translation>{model} no necesita etiquetas: hacer el mapa de la escena abajo.</translation>
    </message>
    <message>
      <source>Label classes of two groups to see the map.</source>
      <translation>Etiquete clases de dos grupos para ver el mapa.</translation>
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
      <source>unlike all labels</source>
      <translation>distinto de todas las etiquetas</translation>
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
      <source>classes</source>
      <translation>clases</translation>
    </message>
    <message>
      <source>groups</source>
      <translation>grupos</translation>
    </message>
    <message>
      <source>What maps show: each class, or each group of classes.</source>
      <translation>Lo que muestran los mapas: cada clase o cada grupo de clases.</translation>
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
      <source>Prove and use &amp;it</source>
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
      <source>Takes about {cpu:.1f} GB, or {cuda:.0f} GB where pip picks the CUDA build of torch. {free:,.0f} GB are free here.</source>
      <translation>Ocupa unos {cpu:.1f} GB, o {cuda:.0f} GB si pip elige la compilación CUDA de torch. Aquí hay {free:,.0f} GB libres.</translation>
    </message>
    <message>
      <source>Only {free:.1f} GB are free here; about {cpu:.1f} GB are needed, {cuda:.0f} GB with the CUDA build of torch.</source>
      <translation>Aquí solo hay {free:.1f} GB libres; se necesitan unos {cpu:.1f} GB, {cuda:.0f} GB con la compilación CUDA de torch.</translation>
    </message>
    <message>
      <source>Stop &amp;using it</source>
      <translation>De&amp;jar de usarlo</translation>
    </message>
    <message>
      <source>Remove</source>
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
      <source>Engine {engine} · Python {python} · {size:.1f} GB in {folder}</source>
      <translation>Motor {engine} · Python {python} · {size:.1f} GB en {folder}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versiones</translation>
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
      <source>{count:,} points of {name} look like {other}: check them.</source>
      <translation>{count:,} puntos de {name} parecen {other}: compruébelos.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like no class: check it.</source>
      <translation>1 punto de {name} no se parece a ninguna clase: compruébelo.</translation>
    </message>
    <message>
      <source>{count:,} points of {name} look like no class: check them.</source>
      <translation>{count:,} puntos de {name} no se parecen a ninguna clase: compruébelos.</translation>
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
      <source>best {score} at step {step:,}</source>
      <translation>mejor {score} en el paso {step:,}</translation>
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
      <translation>Ca&amp;ncelar</translation>
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
      <source>A model is trained from one source: remove the further layers under Map.</source>
      <translation>Un modelo se entrena con una sola fuente: quite las demás capas en Mapa.</translation>
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
      <source>Cancelled; started again, it goes on from here.</source>
      <translation>Cancelado; iniciado de nuevo, continúa desde aquí.</translation>
    </message>
    <message>
      <source>{path} cannot be opened.</source>
      <translation>No se puede abrir {path}.</translation>
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
      <source>no other</source>
      <translation>ninguna</translation>
    </message>
    <message>
      <source>Labelled scenes with the same bands, to be learnt from as well. Each is read with your answers about it under Bands…; what it leaves open is as in the scene above.</source>
      <translation>Escenas etiquetadas con las mismas bandas, de las que también se aprende. Cada una se lee con sus respuestas sobre ella en «Bandas…»; lo que deja abierto es como en la escena de arriba.</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only.</source>
      <translation>El campo {field} solo admite números enteros.</translation>
    </message>
    <message>
      <source>Add value</source>
      <translation>Añadir valor</translation>
    </message>
    <message>
      <source>Remove value</source>
      <translation>Quitar valor</translation>
    </message>
    <message>
      <source>Values: points</source>
      <translation>Valores: puntos</translation>
    </message>
    <message>
      <source>number</source>
      <translation>número</translation>
    </message>
    <message>
      <source>The number at this place</source>
      <translation>El número en este lugar</translation>
    </message>
    <message>
      <source>value</source>
      <translation>valor</translation>
    </message>
    <message>
      <source>{text} is no number.</source>
      <translation>{text} no es un número.</translation>
    </message>
    <message>
      <source>Map {field} of {name}</source>
      <translation>Cartografiar {field} de {name}</translation>
    </message>
    <message>
      <source>new points</source>
      <translation>puntos nuevos</translation>
    </message>
    <message>
      <source>A vector layer with a number, or new points that you click.</source>
      <translation>Una capa vectorial con un número, o puntos nuevos que usted marca.</translation>
    </message>
    <message>
      <source>Such as height, biomass or cover.</source>
      <translation>Como altura, biomasa o cobertura.</translation>
    </message>
    <message>
      <source>&amp;Type values on the map</source>
      <translation>Escribir valores en el ma&amp;pa</translation>
    </message>
    <message>
      <source>Click where you know the number, type it, press Enter. A right click removes, Ctrl+Z takes back.</source>
      <translation>Haga clic donde conoce el número, escríbalo y pulse Intro. Un clic derecho lo quita, Ctrl+Z deshace.</translation>
    </message>
    <message>
      <source>M&amp;ap the values</source>
      <translation>Cartografiar los valore&amp;s</translation>
    </message>
    <message>
      <source>A number that you know at some points, such as height, biomass or cover, becomes a map of the layer of the page Map. Fifty points all over it are a good start.</source>
      <translation>Un número conocido en algunos puntos, como altura, biomasa o cobertura, se convierte en un mapa de la capa de la página Mapa. Cincuenta puntos repartidos por toda ella son un buen comienzo.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Número</translation>
    </message>
    <message>
      <source>The layer {name} has no field of numbers: choose another one, or new points.</source>
      <translation>La capa {name} no tiene ningún campo numérico: elija otra, o puntos nuevos.</translation>
    </message>
    <message>
      <source>Points: {count:,}, from {low} to {high}</source>
      <translation>Puntos: {count:,}, de {low} a {high}</translation>
    </message>
    <message>
      <source>Writes the map, the ends of its 90 % interval and a report beside the layer, in the background.</source>
      <translation>Escribe el mapa, los extremos de su intervalo del 90 % y un informe junto a la capa, en segundo plano.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions, and points with a number.</source>
      <translation>Necesita una capa sin preguntas abiertas y puntos con un número.</translation>
    </message>
    <message>
      <source>unlike all points</source>
      <translation>distinto de todos los puntos</translation>
    </message>
    <message>
      <source>R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:.2g}</source>
      <translation>R² {r2:.2f}, RMSE {rmse:.4g}, sesgo {bias:.2g}</translation>
    </message>
    <message>
      <source>Of points that were held out, as far from the others as the map is from all points. R² is the share of the variance that the map explains; RMSE and bias are in the unit of the number.</source>
      <translation>De puntos apartados, tan lejos de los demás como el mapa lo está de todos los puntos. R² es la parte de la varianza que explica el mapa; RMSE y sesgo están en la unidad del número.</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>Aceptar</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>OFA: help</source>
      <translation>OFA: ayuda</translation>
    </message>
    <message>
      <source>the engine cannot be imported</source>
      <translation>el motor no se puede importar</translation>
    </message>
    <message>
      <source>{name} is not named like a Python interpreter</source>
      <translation>{name} no tiene el nombre de un intérprete de Python</translation>
    </message>
    <message>
      <source>there is no file {name}</source>
      <translation>no existe el archivo {name}</translation>
    </message>
    <message>
      <source>{name} did not answer within {seconds:g} s</source>
      <translation>{name} no respondió en {seconds:g} s</translation>
    </message>
    <message>
      <source>{name} ended with exit code {code}</source>
      <translation>{name} terminó con el código {code}</translation>
    </message>
    <message>
      <source>{name} does not answer like Python: {error}</source>
      <translation>{name} no responde como Python: {error}</translation>
    </message>
    <message>
      <source>Python {version} is too old: the engine needs {oldest} or newer</source>
      <translation>Python {version} es demasiado antiguo: el motor necesita {oldest} o posterior</translation>
    </message>
    <message>
      <source>the folder {folder} cannot be written: {reason}</source>
      <translation>no se puede escribir en la carpeta {folder}: {reason}</translation>
    </message>
    <message>
      <source>choose another folder</source>
      <translation>elija otra carpeta</translation>
    </message>
    <message>
      <source>another window of QGIS is installing into {folder}</source>
      <translation>otra ventana de QGIS está instalando en {folder}</translation>
    </message>
    <message>
      <source>wait until it is done, then look again</source>
      <translation>espere a que termine y vuelva a comprobarlo</translation>
    </message>
    <message>
      <source>{name} cannot be removed: {reason}</source>
      <translation>{name} no se puede eliminar: {reason}</translation>
    </message>
    <message>
      <source>look at its rights</source>
      <translation>compruebe sus permisos</translation>
    </message>
    <message>
      <source>{name} cannot be written: {reason}</source>
      <translation>{name} no se puede escribir: {reason}</translation>
    </message>
    <message>
      <source>the new environment does not work: {problem}</source>
      <translation>el entorno nuevo no funciona: {problem}</translation>
    </message>
    <message>
      <source>try again, or look at the log</source>
      <translation>inténtelo de nuevo o consulte el registro</translation>
    </message>
    <message>
      <source>{name} cannot make an environment: {said}</source>
      <translation>{name} no puede crear un entorno: {said}</translation>
    </message>
    <message>
      <source>choose another base Python under More</source>
      <translation>elija otro Python base en Más</translation>
    </message>
    <message>
      <source>the engine did not answer in time</source>
      <translation>el motor no respondió a tiempo</translation>
    </message>
    <message>
      <source>try again</source>
      <translation>inténtelo de nuevo</translation>
    </message>
    <message>
      <source>{name} cannot be started: {reason}</source>
      <translation>{name} no se puede iniciar: {reason}</translation>
    </message>
    <message>
      <source>choose another Python</source>
      <translation>elija otro Python</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nada</translation>
    </message>
    <message>
      <source>the engine does not answer: {said}</source>
      <translation>el motor no responde: {said}</translation>
    </message>
    <message>
      <source>look at the log</source>
      <translation>consulte el registro</translation>
    </message>
    <message>
      <source>the engine does not work: {name}: {found}</source>
      <translation>el motor no funciona: {name}: {found}</translation>
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
      <translation>en la carpeta {folder} no hay ningún wheel de {package} para Python {python} en {platform}</translation>
    </message>
    <message>
      <source>add it to the folder, or choose the Python for which the wheels were collected</source>
      <translation>añádalo a la carpeta, o elija el Python para el que se reunieron los wheels</translation>
    </message>
    <message>
      <source>the package index has no {package} for Python {python} on this computer</source>
      <translation>el índice de paquetes no tiene {package} para Python {python} en este equipo</translation>
    </message>
    <message>
      <source>choose another base Python, or name a package index that has it</source>
      <translation>elija otro Python base, o indique un índice de paquetes que lo tenga</translation>
    </message>
    <message>
      <source>pip failed: {said}</source>
      <translation>pip falló: {said}</translation>
    </message>
    <message>
      <source>the log has all that it said</source>
      <translation>el registro contiene todo lo que dijo</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>el disco está lleno</translation>
    </message>
    <message>
      <source>free some space, or choose a folder on another disk</source>
      <translation>libere espacio, o elija una carpeta en otro disco</translation>
    </message>
    <message>
      <source>the package index is not trusted: its certificate could not be verified</source>
      <translation>no se confía en el índice de paquetes: no se pudo verificar su certificado</translation>
    </message>
    <message>
      <source>behind a company's proxy, give pip its certificate once: pip config set global.cert FILE</source>
      <translation>detrás del proxy de una empresa, dé a pip una vez su certificado: pip config set global.cert ARCHIVO</translation>
    </message>
    <message>
      <source>the proxy refused the connection to the package index</source>
      <translation>el proxy rechazó la conexión con el índice de paquetes</translation>
    </message>
    <message>
      <source>set the proxy in QGIS under Options, Network, with user name where it wants one</source>
      <translation>configure el proxy en QGIS en Opciones, Red, con nombre de usuario si lo pide</translation>
    </message>
    <message>
      <source>the package index cannot be reached</source>
      <translation>no se puede acceder al índice de paquetes</translation>
    </message>
    <message>
      <source>look at the network and at the proxy in QGIS's options, or install from an offline folder</source>
      <translation>compruebe la red y el proxy en las opciones de QGIS, o instale desde una carpeta sin conexión</translation>
    </message>
    <message>
      <source>a file could not be written: access was denied</source>
      <translation>no se pudo escribir un archivo: acceso denegado</translation>
    </message>
    <message>
      <source>choose a folder of your own, and let the virus scanner allow it</source>
      <translation>elija una carpeta propia y permítala en el antivirus</translation>
    </message>
    <message>
      <source>a package came damaged</source>
      <translation>un paquete llegó dañado</translation>
    </message>
    <message>
      <source>try again; if it stays, run pip cache purge or collect the wheels anew</source>
      <translation>inténtelo de nuevo; si persiste, ejecute pip cache purge o reúna de nuevo los wheels</translation>
    </message>
    <message>
      <source>the engine's source is not in {source}</source>
      <translation>el código del motor no está en {source}</translation>
    </message>
    <message>
      <source>install the plugin again</source>
      <translation>instale de nuevo el complemento</translation>
    </message>
    <message>
      <source>the folder {offline} has no wheels (.whl)</source>
      <translation>la carpeta {offline} no tiene wheels (.whl)</translation>
    </message>
    <message>
      <source>choose the folder with the wheels</source>
      <translation>elija la carpeta con los wheels</translation>
    </message>
    <message>
      <source>the folder's name is too long for Windows by {count} characters</source>
      <translation>el nombre de la carpeta excede en {count} caracteres lo que admite Windows</translation>
    </message>
    <message>
      <source>choose a folder with a shorter name, such as C:\ofa</source>
      <translation>elija una carpeta con un nombre más corto, como C:\ofa</translation>
    </message>
    <message>
      <source>only {free:.1f} GB are free where the engine would go; {least:.1f} GB are needed</source>
      <translation>solo hay {free:.1f} GB libres donde iría el motor; hacen falta {least:.1f} GB</translation>
    </message>
    <message>
      <source>the engine is version {engine}, this plugin brings {brought}</source>
      <translation>el motor es de la versión {engine}, este complemento trae la {brought}</translation>
    </message>
    <message>
      <source>the engine differs from the one that this plugin brings ({brought})</source>
      <translation>el motor difiere del que trae este complemento ({brought})</translation>
    </message>
    <message>
      <source>install Python {oldest} or newer, or choose one under More</source>
      <translation>instale Python {oldest} o posterior, o elija uno en Más</translation>
    </message>
    <message>
      <source>{name} does not do: {problem}</source>
      <translation>{name} no sirve: {problem}</translation>
    </message>
    <message>
      <source>found only {versions}</source>
      <translation>solo se encontró {versions}</translation>
    </message>
    <message>
      <source>found none</source>
      <translation>no se encontró ninguno</translation>
    </message>
    <message>
      <source>the engine needs a Python {oldest} or newer: {found}</source>
      <translation>el motor necesita Python {oldest} o posterior; {found}</translation>
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
      <source>not all of it was written</source>
      <translation>no se escribieron por completo</translation>
    </message>
    <message>
      <source>the field {field} holds other things than numbers: {found}</source>
      <translation>el campo {field} contiene algo que no son números: {found}</translation>
    </message>
    <message>
      <source>choose a field of numbers</source>
      <translation>elija un campo de números</translation>
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
      <source>choose another name</source>
      <translation>elegir otro nombre</translation>
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
      <source>the CRS or the nodata values of {name} are set in QGIS only, and not in its file</source>
      <translation>el SRC o los valores nodata de {name} están definidos solo en QGIS y no en su archivo</translation>
    </message>
    <message>
      <source>export the layer as GeoTIFF, which keeps them</source>
      <translation>exporte la capa como GeoTIFF, que los conserva</translation>
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
      <source>the product of {name} is gone: {path}</source>
      <translation>el producto de {name} ya no está: {path}</translation>
    </message>
    <message>
      <source>put it back, or open the product from where it is now</source>
      <translation>devuélvalo a su sitio o abra el producto donde está ahora</translation>
    </message>
    <message>
      <source>Map of {scene} by OFA.</source>
      <translation>Mapa de {scene} por OFA.</translation>
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
      <source>upper end, 90 %</source>
      <translation>extremo superior, 90 %</translation>
    </message>
    <message>
      <source>lower end, 90 %</source>
      <translation>extremo inferior, 90 %</translation>
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
      <source>Labels are held out as far from the others as the mapped pixels are from the labels, and mapped without being known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each counted alike, with the range in which it lies in 90 % of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class is checked if it has labels in two or more places far apart. One number is shown only if the checked classes are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.</source>
      <translation>Se apartan etiquetas tan lejos de las demás como los píxeles cartografiados lo están de las etiquetas, y se cartografían sin conocerse, para que los vecinos no favorezcan la puntuación. El macro-F1 es la media de los F1 de las clases comprobadas, contando cada una por igual, con el intervalo en que se encuentra en el 90 % de tales casos; la exactitud global es la proporción de los píxeles etiquetados apartados que están bien cartografiados; 1 es perfecto. Una clase está comprobada si tiene etiquetas en dos o más lugares alejados. Solo se muestra un número si las clases comprobadas son al menos el {least:.0f} % de las clases y de la superficie cartografiada: las demás pueden estar bien o mal cartografiadas.</translation>
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
      <source>expected one JSON object a line, found {line!r}</source>
      <translation>se esperaba un objeto JSON por línea; se encontró {line!r}</translation>
    </message>
    <message>
      <source>expected a JSON object, found {found}</source>
      <translation>se esperaba un objeto JSON; se encontró {found}</translation>
    </message>
    <message>
      <source>expected a kind of {kinds}; found {found}</source>
      <translation>se esperaba uno de los tipos {kinds}; se encontró {found}</translation>
    </message>
    <message>
      <source>a {kind} message lacks a field: {error}</source>
      <translation>a un mensaje de tipo {kind} le falta un campo: {error}</translation>
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
      <source>Assess a map by its sample</source>
      <translation>Evaluar un mapa con su muestra</translation>
    </message>
    <message>
      <source>Accuracy of a map and areas of its classes, with 95 % intervals, from an answered sample.</source>
      <translation>Exactitud de un mapa y superficies de sus clases, con intervalos del 95 %, a partir de una muestra contestada.</translation>
    </message>
    <message>
      <source>Answered sample</source>
      <translation>Muestra contestada</translation>
    </message>
    <message>
      <source>The file of Draw an accuracy sample, with a class in the field answer of its points.</source>
      <translation>El archivo de «Sortear una muestra de exactitud», con una clase en el campo answer de sus puntos.</translation>
    </message>
    <message>
      <source>A folder for page, table, JSON and picture.</source>
      <translation>Una carpeta para página, tabla, JSON e imagen.</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Exactitud global</translation>
    </message>
    <message>
      <source>All that was found (JSON)</source>
      <translation>Todo lo encontrado (JSON)</translation>
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
      <source>A raster of whole numbers, such as the map of Classify a scene from labels.</source>
      <translation>Un ráster de números enteros, como el mapa de «Clasificar una escena a partir de etiquetas».</translation>
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
      <source>the extent is empty</source>
      <translation>la extensión está vacía</translation>
    </message>
    <message>
      <source>leave it open for the whole layer, or give another one</source>
      <translation>déjela abierta para toda la capa, o indique otra</translation>
    </message>
    <message>
      <source>results are written to a disk; {text} is not there</source>
      <translation>los resultados se escriben en un disco; {text} no está en uno</translation>
    </message>
    <message>
      <source>give a path on a disk, and copy the result</source>
      <translation>indique una ruta en un disco y copie el resultado</translation>
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
      <source>Find what has changed</source>
      <translation>Encontrar lo que ha cambiado</translation>
    </message>
    <message>
      <source>Two dates of one place: what has changed from the one to the other, with labels or without?</source>
      <translation>Dos fechas de un lugar: ¿qué ha cambiado de la una a la otra, con etiquetas o sin ellas?</translation>
    </message>
    <message>
      <source>A layer of the same place, and without labels of the same sensor. It is brought onto the grid of the first.</source>
      <translation>Una capa del mismo lugar y, sin etiquetas, del mismo sensor. Se lleva a la cuadrícula de la primera.</translation>
    </message>
    <message>
      <source>Without labels: the share of unchanged pixels that may count as changed.</source>
      <translation>Sin etiquetas: la proporción de píxeles sin cambio que puede contar como cambiada.</translation>
    </message>
    <message>
      <source>Minimum area (0.5ha, 5000m2, 20px)</source>
      <translation>Superficie mínima (0.5ha, 5000m2, 20px)</translation>
    </message>
    <message>
      <source>Of the polygons. Empty: all of them.</source>
      <translation>De los polígonos. Vacío: todos.</translation>
    </message>
    <message>
      <source>Move the later date onto the first</source>
      <translation>Llevar la fecha posterior sobre la primera</translation>
    </message>
    <message>
      <source>If they lie more than half a pixel apart. Off: such a run is refused.</source>
      <translation>Si están desplazadas más de medio píxel. Desactivado: se rechaza el proceso.</translation>
    </message>
    <message>
      <source>Compare even if the dates lie apart</source>
      <translation>Comparar aunque las fechas estén desplazadas</translation>
    </message>
    <message>
      <source>Edges look changed then.</source>
      <translation>Los bordes parecen entonces cambiados.</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as change.tif: at 2, one in a hundred unchanged pixels looks as changed. With labels, a map of classes.</source>
      <translation>Un GeoTIFF como change.tif: en 2, uno de cada cien píxeles sin cambio parece igual de cambiado. Con etiquetas, un mapa de clases.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confianza</translation>
    </message>
    <message>
      <source>A GeoTIFF: how sure the map is of each pixel, 0 to 1. Needs labels.</source>
      <translation>Un GeoTIFF: cuán seguro está el mapa de cada píxel, de 0 a 1. Necesita etiquetas.</translation>
    </message>
    <message>
      <source>Table of transitions</source>
      <translation>Tabla de transiciones</translation>
    </message>
    <message>
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <source>How much has gone from which class to which, in hectares. Needs labels.</source>
      <translation>Cuánto ha pasado de qué clase a cuál, en hectáreas. Necesita etiquetas.</translation>
    </message>
    <message>
      <source>Polygons of change</source>
      <translation>Polígonos de cambio</translation>
    </message>
    <message>
      <source>A file such as changes.gpkg, .geojson or .shp, with a score for each polygon.</source>
      <translation>Un archivo como changes.gpkg, .geojson o .shp, con una puntuación para cada polígono.</translation>
    </message>
    <message>
      <source>Share that counts as changed</source>
      <translation>Proporción que cuenta como cambiada</translation>
    </message>
    <message>
      <source>Points, lines or polygons with classes of the ground, or with what has changed.</source>
      <translation>Puntos, líneas o polígonos con clases del terreno, o con lo que ha cambiado.</translation>
    </message>
    <message>
      <source>The field that holds the class.</source>
      <translation>El campo que contiene la clase.</translation>
    </message>
    <message>
      <source>Class field of the later date</source>
      <translation>Campo de clase de la fecha posterior</translation>
    </message>
    <message>
      <source>Empty: the class is that of both dates.</source>
      <translation>Vacío: la clase es la de ambas fechas.</translation>
    </message>
    <message>
      <source>Class of what has not changed (unchanged, stable …)</source>
      <translation>Clase de lo que no ha cambiado (sin cambio, estable …)</translation>
    </message>
    <message>
      <source>Give it if the labels say what has changed, and not what is on the ground.</source>
      <translation>Indíquela si las etiquetas dicen qué ha cambiado, y no qué hay en el terreno.</translation>
    </message>
    <message>
      <source>the later date cannot be opened</source>
      <translation>no se puede abrir la fecha posterior</translation>
    </message>
    <message>
      <source>the output is the input</source>
      <translation>la salida es la entrada</translation>
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
      <source>Where the labels lie in several scenes: all of them teach, and the first is mapped.</source>
      <translation>Si las etiquetas están en varias escenas: todas enseñan, y se hace el mapa de la primera.</translation>
    </message>
    <message>
      <source>A folder for a page with accuracy, confusion matrix and areas.</source>
      <translation>Una carpeta para una página con exactitud, matriz de confusión y superficies.</translation>
    </message>
    <message>
      <source>Model for other scenes</source>
      <translation>Modelo para otras escenas</translation>
    </message>
    <message>
      <source>A folder for what the labels taught: Map a scene with a trained model takes it.</source>
      <translation>Una carpeta para lo aprendido de las etiquetas: la toma «Hacer el mapa de una escena con un modelo entrenado».</translation>
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
      <source>Empty: as the file of labels says, else as the engine chooses.</source>
      <translation>Vacío: como dice el archivo de etiquetas; si no, como elija el motor.</translation>
    </message>
    <message>
      <source>Values (water=1,forest=2 …)</source>
      <translation>Valores (water=1,forest=2 …)</translation>
    </message>
    <message>
      <source>Of classes on the map: whole numbers from 0 to 255.</source>
      <translation>De las clases en el mapa: números enteros de 0 a 255.</translation>
    </message>
    <message>
      <source>Colours (water=#0072b2 …)</source>
      <translation>Colores (water=#0072b2 …)</translation>
    </message>
    <message>
      <source>Of classes on the map. Empty: as the layer of labels shows them.</source>
      <translation>De las clases en el mapa. Vacío: como las muestra la capa de etiquetas.</translation>
    </message>
    <message>
      <source>Map the groups of classes</source>
      <translation>Cartografiar los grupos de clases</translation>
    </message>
    <message>
      <source>Needs labels of the dock, whose classes are in groups.</source>
      <translation>Necesita etiquetas del panel cuyas clases estén en grupos.</translation>
    </message>
    <message>
      <source>the file of labels tells no groups of classes</source>
      <translation>el archivo de etiquetas no indica grupos de clases</translation>
    </message>
    <message>
      <source>put classes into groups in the dock, or map classes</source>
      <translation>ponga clases en grupos en el panel, o cartografíe clases</translation>
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
      <source>Classes merged, small regions filled, roads and streams kept, polygons without gaps.</source>
      <translation>Clases combinadas, zonas pequeñas rellenadas, carreteras y arroyos conservados, polígonos sin huecos.</translation>
    </message>
    <message>
      <source>Smaller regions are filled from their neighbours; long, thin ones stay. Empty: none.</source>
      <translation>Las zonas menores se rellenan desde sus vecinas; las largas y delgadas se quedan. Vacío: ninguna.</translation>
    </message>
    <message>
      <source>Merge classes (crops=wheat+maize …)</source>
      <translation>Combinar clases (crops=wheat+maize …)</translation>
    </message>
    <message>
      <source>New class, =, and the classes that it is made of, by name or value.</source>
      <translation>Clase nueva, =, y las clases de que se compone, por nombre o valor.</translation>
    </message>
    <message>
      <source>Cleaned map</source>
      <translation>Mapa limpio</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as clean.tif.</source>
      <translation>Un GeoTIFF, como clean.tif.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polígonos</translation>
    </message>
    <message>
      <source>Smooth the polygons</source>
      <translation>Suavizar los polígonos</translation>
    </message>
    <message>
      <source>A folder for page, picture and JSON.</source>
      <translation>Una carpeta para la página, la imagen y el JSON.</translation>
    </message>
    <message>
      <source>{name}: pixels {before:,} before, {after:,} now</source>
      <translation>{name}: píxeles {before:,} antes, {after:,} ahora</translation>
    </message>
    <message>
      <source>Map a scene without labels</source>
      <translation>Hacer el mapa de una escena sin etiquetas</translation>
    </message>
    <message>
      <source>Clusters of alike pixels as a map of classes, to be merged and named.</source>
      <translation>Grupos de píxeles parecidos como mapa de clases, para unirlos y darles nombre.</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as map.tif.</source>
      <translation>Un GeoTIFF, como mapa.tif.</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp, with a field class to be renamed.</source>
      <translation>Un archivo como map.gpkg, .geojson o .shp, con un campo class que renombrar.</translation>
    </message>
    <message>
      <source>Points inside the clusters</source>
      <translation>Puntos dentro de los grupos</translation>
    </message>
    <message>
      <source>A GeoPackage with a field class: labels, once the clusters have names.</source>
      <translation>Un GeoPackage con un campo class: etiquetas, una vez que los grupos tengan nombres.</translation>
    </message>
    <message>
      <source>the points go to a GeoPackage; found {name}</source>
      <translation>los puntos van a un GeoPackage; se encontró {name}</translation>
    </message>
    <message>
      <source>end the name with .gpkg</source>
      <translation>termine el nombre en .gpkg</translation>
    </message>
    <message>
      <source>Count objects</source>
      <translation>Contar objetos</translation>
    </message>
    <message>
      <source>Trees, boats, tanks: from ten that are outlined to all in the scene, with a score and a range.</source>
      <translation>Árboles, barcos, depósitos: de diez delineados a todos los de la escena, con puntuación e intervalo.</translation>
    </message>
    <message>
      <source>Outlined objects</source>
      <translation>Objetos delineados</translation>
    </message>
    <message>
      <source>Polygons around some objects of one kind, ten are a good start; or points with a size.</source>
      <translation>Polígonos alrededor de algunos objetos de un tipo, diez son un buen comienzo; o puntos con un tamaño.</translation>
    </message>
    <message>
      <source>Fully outlined area</source>
      <translation>Área delineada por completo</translation>
    </message>
    <message>
      <source>A polygon in which each object is outlined. Empty: the box around the outlined objects.</source>
      <translation>Un polígono en el que cada objeto está delineado. Vacío: el rectángulo alrededor de los objetos delineados.</translation>
    </message>
    <message>
      <source>Diameter in metres</source>
      <translation>Diámetro en metros</translation>
    </message>
    <message>
      <source>How large an object is, where the objects are points; 0: they are outlines.</source>
      <translation>El tamaño de un objeto, si los objetos son puntos; 0: son contornos.</translation>
    </message>
    <message>
      <source>What is written: a box around each object, or a point in its middle.</source>
      <translation>Lo que se escribe: un rectángulo alrededor de cada objeto, o un punto en su centro.</translation>
    </message>
    <message>
      <source>Objects as</source>
      <translation>Objetos como</translation>
    </message>
    <message>
      <source>Lowest score</source>
      <translation>Puntuación mínima</translation>
    </message>
    <message>
      <source>The score, 0 to 1, from which on there is an object. Empty: as held-out objects tell.</source>
      <translation>La puntuación, de 0 a 1, a partir de la cual hay un objeto. Vacío: según los objetos reservados.</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objetos</translation>
    </message>
    <message>
      <source>A file such as objects.gpkg, .geojson or .shp, with a score for each object.</source>
      <translation>Un archivo como objetos.gpkg, .geojson o .shp, con una puntuación para cada objeto.</translation>
    </message>
    <message>
      <source>Density</source>
      <translation>Densidad</translation>
    </message>
    <message>
      <source>A GeoTIFF with objects per hectare.</source>
      <translation>Un GeoTIFF con objetos por hectárea.</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Número de objetos</translation>
    </message>
    <message>
      <source>Estimated number</source>
      <translation>Número estimado</translation>
    </message>
    <message>
      <source>Lower end of its range</source>
      <translation>Extremo inferior del intervalo</translation>
    </message>
    <message>
      <source>Upper end of its range</source>
      <translation>Extremo superior del intervalo</translation>
    </message>
    <message>
      <source>F1 of held-out objects</source>
      <translation>F1 de los objetos reservados</translation>
    </message>
    <message>
      <source>the output {path} is an input</source>
      <translation>la salida {path} es una entrada</translation>
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
      <source>the labels cannot be written beside the map ({reason})</source>
      <translation>no se pueden escribir las etiquetas junto al mapa ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to</source>
      <translation>elegir una carpeta en la que se pueda escribir</translation>
    </message>
    <message>
      <source>{parameter}: the layer cannot be opened</source>
      <translation>{parameter}: la capa no se puede abrir</translation>
    </message>
    <message>
      <source>choose a layer of points or polygons</source>
      <translation>elegir una capa de puntos o polígonos</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no CRS</source>
      <translation>{parameter}: la capa no tiene SRC</translation>
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
      <source>With the same bands as the first. What is said here holds for all of them.</source>
      <translation>Con las mismas bandas que la primera. Lo que se dice aquí vale para todas.</translation>
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
      <source>Hits of a map of values</source>
      <translation>Hallazgos de un mapa de valores</translation>
    </message>
    <message>
      <source>Where a map of similarity, change or values reaches a threshold, with a score.</source>
      <translation>Dónde un mapa de parecido, de cambios o de valores alcanza un umbral, con una puntuación.</translation>
    </message>
    <message>
      <source>A raster with one band of fractions, such as the map of Find what is alike.</source>
      <translation>Un ráster con una banda de fracciones, como el mapa de Encontrar lo parecido.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Umbral</translation>
    </message>
    <message>
      <source>The value from which on a pixel is a hit.</source>
      <translation>El valor desde el que un píxel es un hallazgo.</translation>
    </message>
    <message>
      <source>Hits</source>
      <translation>Hallazgos</translation>
    </message>
    <message>
      <source>A file such as hits.gpkg, .geojson or .shp, with a score for each hit.</source>
      <translation>Un archivo como hits.gpkg, .geojson o .shp, con un valor para cada hallazgo.</translation>
    </message>
    <message>
      <source>Number of hits</source>
      <translation>Número de hallazgos</translation>
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
      <source>Units</source>
      <translation>Unidades</translation>
    </message>
    <message>
      <source>Number of open questions</source>
      <translation>Número de preguntas pendientes</translation>
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
      <source>{width:,} × {height:,} pixels, {dtype}</source>
      <translation>{width:,} × {height:,} píxeles, {dtype}</translation>
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
      <source>A GeoTIFF of 0 to 1; it is loaded below the map.</source>
      <translation>Un GeoTIFF de 0 a 1; se carga debajo del mapa.</translation>
    </message>
    <message>
      <source>Unlike all labels</source>
      <translation>Diferente de todas las etiquetas</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp; it is loaded below the map.</source>
      <translation>Un archivo como mapa.gpkg, .geojson o .shp; se carga debajo del mapa.</translation>
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
      <source>A model that has learnt from labelled scenes maps another one; no labels are needed.</source>
      <translation>Un modelo que ha aprendido de escenas etiquetadas hace el mapa de otra; no hacen falta etiquetas.</translation>
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
      <source>Where the model is not in the list; goes before it. The path of a zip will do, too.</source>
      <translation>Si el modelo no está en la lista; tiene prioridad. También vale la ruta de un zip.</translation>
    </message>
    <message>
      <source>found {name}</source>
      <translation>se encontró {name}</translation>
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
      <source>Map values from points</source>
      <translation>Cartografiar valores a partir de puntos</translation>
    </message>
    <message>
      <source>A number measured at some points becomes a map of the scene, with an interval for each pixel.</source>
      <translation>Un número medido en algunos puntos se convierte en un mapa de la escena, con un intervalo para cada píxel.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Puntos</translation>
    </message>
    <message>
      <source>Points, lines or polygons with a number; fifty points all over the scene are a good start.</source>
      <translation>Puntos, líneas o polígonos con un número; cincuenta puntos por toda la escena son un buen comienzo.</translation>
    </message>
    <message>
      <source>Field with the number</source>
      <translation>Campo con el número</translation>
    </message>
    <message>
      <source>Interval</source>
      <translation>Intervalo</translation>
    </message>
    <message>
      <source>A GeoTIFF with the ends of the interval that holds 90 % of the values, as two bands.</source>
      <translation>Un GeoTIFF con los extremos del intervalo que contiene el 90 % de los valores, en dos bandas.</translation>
    </message>
    <message>
      <source>R² of held-out points</source>
      <translation>R² de los puntos apartados</translation>
    </message>
    <message>
      <source>Root of the mean squared error</source>
      <translation>Raíz del error cuadrático medio</translation>
    </message>
    <message>
      <source>Mean error</source>
      <translation>Error medio</translation>
    </message>
    <message>
      <source>Draw an accuracy sample</source>
      <translation>Sortear una muestra de exactitud</translation>
    </message>
    <message>
      <source>Points at random within the classes of a map: answered, they tell its accuracy.</source>
      <translation>Puntos al azar dentro de las clases de un mapa: contestados, dicen su exactitud.</translation>
    </message>
    <message>
      <source>Standard error of overall accuracy</source>
      <translation>Error estándar de la exactitud global</translation>
    </message>
    <message>
      <source>What to plan for; the 95 % interval reaches twice as far to either side.</source>
      <translation>Lo que se prevé; el intervalo del 95 % llega el doble de lejos a cada lado.</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Número de puntos</translation>
    </message>
    <message>
      <source>0: as many as the standard error needs.</source>
      <translation>0: los que requiera el error estándar.</translation>
    </message>
    <message>
      <source>Expected user's accuracies (water=0.9,forest=0.7 …)</source>
      <translation>Exactitudes del usuario esperadas (water=0.9,forest=0.7 …)</translation>
    </message>
    <message>
      <source>By class; others count as 0.8. Better classes need fewer points.</source>
      <translation>Por clase; las demás cuentan como 0,8. Las clases mejores necesitan menos puntos.</translation>
    </message>
    <message>
      <source>The same seed draws the same points.</source>
      <translation>La misma semilla sortea los mismos puntos.</translation>
    </message>
    <message>
      <source>A GeoPackage, such as sample.gpkg.</source>
      <translation>Un GeoPackage, como sample.gpkg.</translation>
    </message>
    <message>
      <source>a sample is a GeoPackage; found {name}</source>
      <translation>una muestra es un GeoPackage; se encontró {name}</translation>
    </message>
    <message>
      <source>{name}: points {points:,}</source>
      <translation>{name}: puntos {points:,}</translation>
    </message>
    <message>
      <source>Find what is alike</source>
      <translation>Encontrar lo parecido</translation>
    </message>
    <message>
      <source>One or a few points as examples: where in the scene is it like there?</source>
      <translation>Uno o unos pocos puntos como ejemplos: ¿dónde en la escena es como allí?</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Ejemplos</translation>
    </message>
    <message>
      <source>Points on what you look for, in any CRS. One is enough, a few are better.</source>
      <translation>Puntos sobre lo que se busca, en cualquier SRC. Uno basta, unos pocos son mejores.</translation>
    </message>
    <message>
      <source>Counter-examples</source>
      <translation>Contraejemplos</translation>
    </message>
    <message>
      <source>Points on what looks alike and is not meant.</source>
      <translation>Puntos sobre lo que se parece y no es.</translation>
    </message>
    <message>
      <source>The similarity, 0 to 1, from which on a pixel is a hit.</source>
      <translation>El parecido, de 0 a 1, desde el que un píxel es un hallazgo.</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Parecido</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as similar.tif: 1 is as the examples, 0 as the least alike tenth of the scene.</source>
      <translation>Un GeoTIFF como similar.tif: 1 es como los ejemplos, 0 como la décima parte menos parecida de la escena.</translation>
    </message>
    <message>
      <source>expected at least one point as an example; found none</source>
      <translation>se esperaba al menos un punto como ejemplo; no hay ninguno</translation>
    </message>
    <message>
      <source>choose a layer of points</source>
      <translation>elegir una capa de puntos</translation>
    </message>
    <message>
      <source>the points have no CRS</source>
      <translation>los puntos no tienen SRC</translation>
    </message>
    <message>
      <source>a point has no place in the CRS of the layer</source>
      <translation>un punto no tiene lugar en el SRC de la capa</translation>
    </message>
    <message>
      <source>check the CRS of both layers</source>
      <translation>comprobar el SRC de ambas capas</translation>
    </message>
    <message>
      <source>Empty: as answered in the dock for this layer, else as read from the file.</source>
      <translation>Vacío: como se respondió en el panel para esta capa, si no, como se lee del archivo.</translation>
    </message>
    <message>
      <source>What was chosen in the dock for this layer counts where this is empty.</source>
      <translation>Si está vacío, cuenta lo que se eligió en el panel para esta capa.</translation>
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
      <source>Nodata (0 or -9999:0, fill, none)</source>
      <translation>Sin datos (0 o -9999:0, fill, none)</translation>
    </message>
    <message>
      <source>Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is data. Empty: you are asked where it is not clear.</source>
      <translation>Además de los de la capa: valores o intervalos, separados por comas; fill: lo que parece relleno; none: son datos. Vacío: se pregunta donde no está claro.</translation>
    </message>
    <message>
      <source>Mask (clouds+shadow, none)</source>
      <translation>Máscara (clouds+shadow, none)</translation>
    </message>
    <message>
      <source>What of a product's own masks is nodata: clouds, haze, shadow, snow, with + between; none: nothing. Empty: all that it has.</source>
      <translation>Qué parte de las máscaras propias del producto es sin datos: clouds, haze, shadow, snow, con + entre ellas; none: nada. Vacío: todas las que tiene.</translation>
    </message>
    <message>
      <source>Read assets from the network</source>
      <translation>Leer los archivos de la red</translation>
    </message>
    <message>
      <source>Only for a STAC item: what it names is read from its server. Off: only files are read.</source>
      <translation>Solo para un elemento STAC: lo que nombra se lee de su servidor. Desactivado: solo se leen archivos.</translation>
    </message>
    <message>
      <source>And also these layers</source>
      <translation>Y también estas capas</translation>
    </message>
    <message>
      <source>Further sources of the same place: radar, heights, other dates, embeddings. Each is read as answered in the dock for it; what they share with the layer is mapped.</source>
      <translation>Otras fuentes del mismo lugar: radar, alturas, otras fechas, incrustaciones. Cada una se lee según lo respondido en el panel; se cartografía lo que comparten con la capa.</translation>
    </message>
    <message>
      <source>Grid (metres, or the file of a layer)</source>
      <translation>Cuadrícula (metros, o el archivo de una capa)</translation>
    </message>
    <message>
      <source>Onto which all sources are brought. Empty: that of the layer.</source>
      <translation>A la que se llevan todas las fuentes. Vacío: la de la capa.</translation>
    </message>
    <message>
      <source>Model (ofa-tiny, or a folder)</source>
      <translation>Modelo (ofa-tiny, o una carpeta)</translation>
    </message>
    <message>
      <source>Name or folder. Empty: the one chosen in the dock.</source>
      <translation>Nombre o carpeta. Vacío: el elegido en el panel.</translation>
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
      <source>bands are numbered from 1 to {count}</source>
      <translation>las bandas se numeran de 1 a {count}</translation>
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
      <source>the value of a class is a whole number from 0 to 255; found {part}</source>
      <translation>el valor de una clase es un número entero de 0 a 255; se encontró {part}</translation>
    </message>
    <message>
      <source>write {example}</source>
      <translation>escriba {example}</translation>
    </message>
    <message>
      <source>an accuracy is a number from 0 to 1; found {part}</source>
      <translation>una exactitud es un número de 0 a 1; se encontró {part}</translation>
    </message>
    <message>
      <source>a colour is written #0072b2; found {part}</source>
      <translation>un color se escribe #0072b2; se encontró {part}</translation>
    </message>
    <message>
      <source>classes are written {example}; found {part}</source>
      <translation>las clases se escriben {example}; se encontró {part}</translation>
    </message>
    <message>
      <source>write a class, =, and what it has</source>
      <translation>escriba una clase, = y lo que tiene</translation>
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
      <source>Best {metric} on left-out blocks: {score}, at step {step:,}</source>
      <translation>Mejor {metric} en bloques apartados: {score}, en el paso {step:,}</translation>
    </message>
    <message>
      <source>{names} and {more} more</source>
      <translation>{names} y {more} más</translation>
    </message>
    <message>
      <source>{some} or {last}</source>
      <translation>{some} o {last}</translation>
    </message>
    <message>
      <source>{one}|{others}</source>
      <translation>{one}, {others}</translation>
    </message>
    <message>
      <source>{some} and {last}</source>
      <translation>{some} y {last}</translation>
    </message>
    <message>
      <source>a point was moved, or its stratum edited</source>
      <translation>se movió un punto o se cambió su estrato</translation>
    </message>
    <message>
      <source>no point of {name} has an answer</source>
      <translation>ningún punto de {name} tiene respuesta</translation>
    </message>
    <message>
      <source>answer them on the page Accuracy of the QGIS dock, or write a class into the field answer</source>
      <translation>contéstelos en la página «Exactitud» del panel, o escriba una clase en el campo answer</translation>
    </message>
    <message>
      <source>none of the answered points lies on the map</source>
      <translation>ninguno de los puntos contestados está en el mapa</translation>
    </message>
    <message>
      <source>give the map that the sample was drawn on</source>
      <translation>indique el mapa en el que se sorteó la muestra</translation>
    </message>
    <message>
      <source>expected classes of the map as answers ({classes}); {name} has {found}</source>
      <translation>se esperaban clases del mapa como respuestas ({classes}); {name} tiene {found}</translation>
    </message>
    <message>
      <source>write the classes into the field answer as the map calls them</source>
      <translation>escriba las clases en el campo answer tal como las llama el mapa</translation>
    </message>
    <message>
      <source>only one of map and sample {name} has a CRS</source>
      <translation>solo uno, el mapa o la muestra {name}, tiene SRC</translation>
    </message>
    <message>
      <source>assign the other its own</source>
      <translation>asigne al otro el suyo</translation>
    </message>
    <message>
      <source>Seen at fewer than {few} points: {names}. Area and producer's accuracy of these classes rest on a handful of answers.</source>
      <translation>Vistas en menos de {few} puntos: {names}. La superficie y la exactitud del productor de estas clases se basan en unas pocas respuestas.</translation>
    </message>
    <message>
      <source>Another program has saved the sample, and what it said of itself is gone: whether its last points were removed cannot be told.</source>
      <translation>Otro programa ha guardado la muestra y lo que decía de sí misma se ha perdido: no se puede saber si se quitaron sus últimos puntos.</translation>
    </message>
    <message>
      <source>The sample was drawn on another map, or this one has changed since. The figures are of this map (Stehman's estimators); they hold for the area of the map that the sample was drawn on.</source>
      <translation>La muestra se sorteó en otro mapa, o este ha cambiado desde entonces. Las cifras son de este mapa (estimadores de Stehman); valen para la superficie del mapa en el que se sorteó la muestra.</translation>
    </message>
    <message>
      <source>Points without an answer: {count:,} of {total:,}, {skipped:,} of them skipped ({ids}). The figures suppose that these are like the other points of their class.</source>
      <translation>Puntos sin respuesta: {count:,} de {total:,}, de ellos saltados: {skipped:,} ({ids}). Las cifras suponen que son como los demás puntos de su clase.</translation>
    </message>
    <message>
      <source>Answered points without a class on this map: {count:,}. They were left out.</source>
      <translation>Puntos contestados sin clase en este mapa: {count:,}. Se dejaron fuera.</translation>
    </message>
    <message>
      <source>Seen, but not on the map: {names}.</source>
      <translation>Vistas, pero no en el mapa: {names}.</translation>
    </message>
    <message>
      <source>No point was answered where the map shows {names}: {share:.2%} of the pixels, of which nothing is known. The figures are of the rest.</source>
      <translation>No se contestó ningún punto donde el mapa muestra {names}: {share:.2%} de los píxeles, de los que nada se sabe. Las cifras son del resto.</translation>
    </message>
    <message>
      <source>Only one point was answered where the map shows {names}. One point does not say how a class varies: its error was taken to be the largest possible.</source>
      <translation>Solo se contestó un punto donde el mapa muestra {names}. Un punto no dice cómo varía una clase: se supuso el mayor error posible.</translation>
    </message>
    <message>
      <source>expected a map of classes, one band of whole numbers; {name} has bands: {count}, of {kind}</source>
      <translation>se esperaba un mapa de clases, una banda de números enteros; bandas de {name}: {count}, de tipo {kind}</translation>
    </message>
    <message>
      <source>give the map that `engine classify` wrote with --out</source>
      <translation>elija un mapa de clases, como el del panel</translation>
    </message>
    <message>
      <source>{name} says by a mask where it has no class</source>
      <translation>{name} indica con una máscara dónde no tiene clase</translation>
    </message>
    <message>
      <source>write a nodata value instead: gdalwarp -dstnodata 0 MAP.tif NEW.tif</source>
      <translation>escriba en su lugar un valor nodata: gdalwarp -dstnodata 0 MAP.tif NEW.tif</translation>
    </message>
    <message>
      <source>expected a map of 1 to {most} classes; {name} has {count}</source>
      <translation>se esperaba un mapa de 1 a {most} clases; {name} tiene {count}</translation>
    </message>
    <message>
      <source>{points} points are too few for {strata} classes</source>
      <translation>{points} puntos son pocos para {strata} clases</translation>
    </message>
    <message>
      <source>give --points {least} or more</source>
      <translation>sortee al menos {least} puntos</translation>
    </message>
    <message>
      <source>User's accuracy</source>
      <translation>Exactitud del usuario</translation>
    </message>
    <message>
      <source>Producer's accuracy</source>
      <translation>Exactitud del productor</translation>
    </message>
    <message>
      <source>Area (ha)</source>
      <translation>Superficie (ha)</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Parte de la superficie</translation>
    </message>
    <message>
      <source>{confidence:.0%} interval</source>
      <translation>Intervalo del {confidence:.0%}</translation>
    </message>
    <message>
      <source>Overall accuracy {value:.1%}, {confidence:.0%} interval {low:.1%} to {high:.1%}, from {points:,} points</source>
      <translation>Exactitud global {value:.1%}, intervalo del {confidence:.0%} de {low:.1%} a {high:.1%}, con {points:,} puntos</translation>
    </message>
    <message>
      <source>Bars: as mapped. Dots and lines: estimated from the sample, with their intervals.</source>
      <translation>Barras: según el mapa. Puntos y líneas: estimados a partir de la muestra, con sus intervalos.</translation>
    </message>
    <message>
      <source>Accuracy of {map}</source>
      <translation>Exactitud de {map}</translation>
    </message>
    <message>
      <source>Sample {sample}: {answered:,} of {points:,} points answered. {created}</source>
      <translation>Muestra {sample}: {answered:,} de {points:,} puntos contestados. {created}</translation>
    </message>
    <message>
      <source>Points were drawn at random within the classes of the map. Estimates and standard errors follow Olofsson et al. (2014) and Stehman (2014); the intervals are Wilson's for the effective number of points. User's accuracy: of what the map shows as a class, the share that is right. Producer's accuracy: of what is truly a class, the share that the map shows.</source>
      <translation>Los puntos se sortearon al azar dentro de las clases del mapa. Estimaciones y errores estándar según Olofsson et al. (2014) y Stehman (2014); los intervalos son los de Wilson para el número efectivo de puntos. Exactitud del usuario: de lo que el mapa muestra como clase, la parte correcta. Exactitud del productor: de lo que es realmente una clase, la parte que el mapa muestra.</translation>
    </message>
    <message>
      <source>Areas and accuracies of the classes, with intervals</source>
      <translation>Superficies y exactitudes de las clases, con intervalos</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Advertencias</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Superficies</translation>
    </message>
    <message>
      <source>Accuracies</source>
      <translation>Exactitudes</translation>
    </message>
    <message>
      <source>Error matrix, in shares of the area</source>
      <translation>Matriz de error, en partes de la superficie</translation>
    </message>
    <message>
      <source>How this was found</source>
      <translation>Cómo se obtuvo</translation>
    </message>
    <message>
      <source>Mapped (ha)</source>
      <translation>Cartografiado (ha)</translation>
    </message>
    <message>
      <source>Mapped share</source>
      <translation>Parte cartografiada</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Parte</translation>
    </message>
    <message>
      <source>Points mapped</source>
      <translation>Puntos según el mapa</translation>
    </message>
    <message>
      <source>Points seen</source>
      <translation>Puntos vistos</translation>
    </message>
    <message>
      <source>map \ seen</source>
      <translation>mapa \ visto</translation>
    </message>
    <message>
      <source>sum</source>
      <translation>suma</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} a {high}</translation>
    </message>
    <message>
      <source>{name} could not be written: {reason}</source>
      <translation>{name} no se pudo escribir: {reason}</translation>
    </message>
    <message>
      <source>check the folder and the disk</source>
      <translation>compruebe la carpeta y el disco</translation>
    </message>
    <message>
      <source>expected points that were drawn at random; {name} does not say how many pixels each of its points stands for (no {missing}). Labels stand where somebody chose to click, and so tell nothing of the rest of the map</source>
      <translation>se esperaban puntos sorteados al azar; {name} no dice cuántos píxeles representa cada uno de sus puntos (falta: {missing}). Las etiquetas están donde alguien eligió hacer clic, y por eso nada dicen del resto del mapa</translation>
    </message>
    <message>
      <source>draw a sample: engine sample MAP --out SAMPLE.gpkg, and answer its points</source>
      <translation>sortee una muestra en la página «Exactitud» del panel y conteste sus puntos</translation>
    </message>
    <message>
      <source>a point has lost its place</source>
      <translation>un punto ha perdido su lugar</translation>
    </message>
    <message>
      <source>{drawn:,} points were drawn, {there:,} are there</source>
      <translation>se sortearon {drawn:,} puntos, hay {there:,}</translation>
    </message>
    <message>
      <source>its fields id, stratum, stratum_px or stratum_m2 were edited</source>
      <translation>se editaron sus campos id, stratum, stratum_px o stratum_m2</translation>
    </message>
    <message>
      <source>{name} is no longer the sample that was drawn: {how}</source>
      <translation>{name} ya no es la muestra que se sorteó: {how}</translation>
    </message>
    <message>
      <source>take the file as `engine sample` wrote it; only the fields answer and skipped may change</source>
      <translation>tome el archivo tal como se sorteó; solo pueden cambiar los campos answer y skipped</translation>
    </message>
    <message>
      <source>no band is in both scenes: {first}; {second}</source>
      <translation>ninguna banda está en ambas escenas: {first}; {second}</translation>
    </message>
    <message>
      <source>give two scenes with the same bands, or say what they are with --bands</source>
      <translation>dé dos escenas con las mismas bandas, o diga en {Bands} cuáles son</translation>
    </message>
    <message>
      <source>both dates hold the same values</source>
      <translation>las dos fechas contienen los mismos valores</translation>
    </message>
    <message>
      <source>give another date: one is a copy of the other</source>
      <translation>dé otra fecha: una es copia de la otra</translation>
    </message>
    <message>
      <source>expected two scenes of one sensor; found {first} and {second}</source>
      <translation>se esperaban dos escenas de un mismo sensor; se encontraron {first} y {second}</translation>
    </message>
    <message>
      <source>give two scenes of one sensor, or LABELS with classes of the ground, which are mapped on each date</source>
      <translation>dé dos escenas de un mismo sensor, o etiquetas con clases del terreno, que se cartografían en cada fecha</translation>
    </message>
    <message>
      <source>expected {wanted}, as in the first scene; found {found}</source>
      <translation>se esperaba {wanted}, como en la primera escena; se encontró {found}</translation>
    </message>
    <message>
      <source>give scenes with the same kind of numbers, or say what they are with --units</source>
      <translation>dé escenas con la misma clase de valores, o elija su unidad en {Units}</translation>
    </message>
    <message>
      <source>The class name {name} has characters that cannot be written: it became '{written}'.</source>
      <translation>El nombre de clase {name} tiene caracteres que no se pueden escribir: pasó a ser «{written}».</translation>
    </message>
    <message>
      <source>expected a whole number from 0 to {highest} as the value of '{name}'; found {value}</source>
      <translation>se esperaba un entero de 0 a {highest} como valor de «{name}»; se encontró {value}</translation>
    </message>
    <message>
      <source>give --values NAME=NUMBER</source>
      <translation>dé a cada clase un número entero de 1 a 255</translation>
    </message>
    <message>
      <source>the classes '{one}' and '{other}' have the same value {value}</source>
      <translation>las clases «{one}» y «{other}» tienen el mismo valor {value}</translation>
    </message>
    <message>
      <source>give each class a value of its own: --values NAME=NUMBER</source>
      <translation>dé a cada clase un valor propio</translation>
    </message>
    <message>
      <source>{classes} classes do not fit into a map of bytes, which also needs a value for nodata</source>
      <translation>{classes} clases no caben en un mapa de bytes, que además necesita un valor sin datos</translation>
    </message>
    <message>
      <source>merge some classes: {most} fit</source>
      <translation>combine algunas clases: caben {most}</translation>
    </message>
    <message>
      <source>expected a colour like #0072B2 for '{name}'; found '{colour}'</source>
      <translation>se esperaba un color como #0072B2 para «{name}»; se encontró «{colour}»</translation>
    </message>
    <message>
      <source>give --colours NAME=#RRGGBB</source>
      <translation>elija otro color en la lista de clases</translation>
    </message>
    <message>
      <source>expected a minimum area with its unit, such as 0.5ha; found '{text}'</source>
      <translation>se espera una superficie mínima con su unidad, como 0.5ha; se encontró «{text}»</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, 5000m2 or 20px</source>
      <translation>escriba 0.5ha, 5000m2 o 20px</translation>
    </message>
    <message>
      <source>the class {name} would become two classes</source>
      <translation>la clase {name} se convertiría en dos clases</translation>
    </message>
    <message>
      <source>name it once in --merge</source>
      <translation>nómbrela una sola vez</translation>
    </message>
    <message>
      <source>the map has a class {name} already</source>
      <translation>el mapa ya tiene una clase {name}</translation>
    </message>
    <message>
      <source>add it: --merge {name}={name}+…, or give the new class another name</source>
      <translation>añádala: {name}={name}+…, o dé otro nombre a la clase nueva</translation>
    </message>
    <message>
      <source>the map has no class {name}</source>
      <translation>el mapa no tiene la clase {name}</translation>
    </message>
    <message>
      <source>its classes are {names}</source>
      <translation>sus clases son {names}</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Antes</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Después</translation>
    </message>
    <message>
      <source>{changed:.1%} of the map have another class than before</source>
      <translation>El {changed:.1%} del mapa tiene otra clase que antes</translation>
    </message>
    <message>
      <source>{map}, cleaned</source>
      <translation>{map}, limpio</translation>
    </message>
    <message>
      <source>Minimum area: {size}. {created}</source>
      <translation>Superficie mínima: {size}. {created}</translation>
    </message>
    <message>
      <source>The middle of the map, before and after</source>
      <translation>El centro del mapa, antes y después</translation>
    </message>
    <message>
      <source>Before (ha)</source>
      <translation>Antes (ha)</translation>
    </message>
    <message>
      <source>After (ha)</source>
      <translation>Después (ha)</translation>
    </message>
    <message>
      <source>Before (pixels)</source>
      <translation>Antes (píxeles)</translation>
    </message>
    <message>
      <source>After (pixels)</source>
      <translation>Después (píxeles)</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valor</translation>
    </message>
    <message>
      <source>Made of</source>
      <translation>Compuesta de</translation>
    </message>
    <message>
      <source>expected a device of {devices}; found '{name}'</source>
      <translation>se esperaba uno de los dispositivos {devices}; se encontró «{name}»</translation>
    </message>
    <message>
      <source>give one of them to --device, or cuda:1 for the second of several</source>
      <translation>elija uno de ellos</translation>
    </message>
    <message>
      <source>use --device auto or --device cpu; `engine doctor` tells what torch finds</source>
      <translation>ponga el dispositivo en auto o cpu; la página de configuración (⚙) copia el diagnóstico</translation>
    </message>
    <message>
      <source>{name} was asked for and computed a matrix product</source>
      <translation>se pidió {name} y calculó un producto de matrices</translation>
    </message>
    <message>
      <source>{name} computed a matrix product</source>
      <translation>{name} calculó un producto de matrices</translation>
    </message>
    <message>
      <source>reinstall torch; `engine doctor` tells what it finds</source>
      <translation>reinstale torch; la página de configuración (⚙) copia el diagnóstico</translation>
    </message>
    <message>
      <source>no {kind} device found by torch {version}</source>
      <translation>torch {version} no encuentra ningún dispositivo {kind}</translation>
    </message>
    <message>
      <source>torch finds {devices}, counted from 0; {kind} is not among them</source>
      <translation>torch encuentra {devices}, contando desde 0; {kind} no está entre ellos</translation>
    </message>
    <message>
      <source>1 CUDA device</source>
      <translation>1 dispositivo CUDA</translation>
    </message>
    <message>
      <source>{count} CUDA devices</source>
      <translation>{count} dispositivos CUDA</translation>
    </message>
    <message>
      <source>the {kind} device failed at a matrix product: {error}</source>
      <translation>el dispositivo {kind} falló en un producto de matrices: {error}</translation>
    </message>
    <message>
      <source>the {kind} device computed a wrong matrix product</source>
      <translation>el dispositivo {kind} calculó mal un producto de matrices</translation>
    </message>
    <message>
      <source>the memory of {device} does not hold one tile of the scene</source>
      <translation>en la memoria de {device} no cabe una tesela de la escena</translation>
    </message>
    <message>
      <source>close other programs on the device, or --device cpu</source>
      <translation>cierre otros programas en el dispositivo, o ponga el dispositivo en cpu</translation>
    </message>
    <message>
      <source>{name} has no labelled pixel</source>
      <translation>{name} no tiene ningún píxel etiquetado</translation>
    </message>
    <message>
      <source>label at least two classes</source>
      <translation>etiquete al menos dos clases</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike anything you labelled: label there</source>
      <translation>el {share:.0%} de la escena no se parece a nada de lo que ha etiquetado: etiquete allí</translation>
    </message>
    <message>
      <source>{count} classes have fewer than {least} labelled pixels: {names}</source>
      <translation>{count} clases tienen menos de {least} píxeles etiquetados: {names}</translation>
    </message>
    <message>
      <source>{count} classes cannot be checked until they are labelled in a second place: {names}</source>
      <translation>{count} clases no se pueden comprobar hasta que tengan etiquetas en un segundo lugar: {names}</translation>
    </message>
    <message>
      <source>1 labelled pixel</source>
      <translation>1 píxel etiquetado</translation>
    </message>
    <message>
      <source>{count} labelled pixels</source>
      <translation>{count} píxeles etiquetados</translation>
    </message>
    <message>
      <source>{name} has only {pixels}: label at least {least}</source>
      <translation>{name} solo tiene {pixels}: etiquete al menos {least}</translation>
    </message>
    <message>
      <source>{name} has {count:,} labelled pixels: {most:,} of them, from all its polygons, were used</source>
      <translation>{name} tiene {count:,} píxeles etiquetados: se usaron {most:,} de ellos, de todos sus polígonos</translation>
    </message>
    <message>
      <source>{name} cannot be checked: label it in a second place</source>
      <translation>{name} no se puede comprobar: etiquétela en un segundo lugar</translation>
    </message>
    <message>
      <source>{name} is mistaken for {other} more often than it is recognised: add labels where they differ</source>
      <translation>{name} se toma por {other} más veces de las que se reconoce: añada etiquetas donde difieran</translation>
    </message>
    <message>
      <source>the labels are one-sided: {most} has {many:,} pixels, {least} {few:,}; add labels of {least}</source>
      <translation>las etiquetas están desequilibradas: {most} tiene {many:,} píxeles, {least} {few:,}; añada etiquetas de {least}</translation>
    </message>
    <message>
      <source>{name} has only 1 label: label {more} more</source>
      <translation>{name} solo tiene 1 etiqueta: añada {more} más</translation>
    </message>
    <message>
      <source>{name} has only {count} labels: label {more} more</source>
      <translation>{name} solo tiene {count} etiquetas: añada {more} más</translation>
    </message>
    <message>
      <source>the map cannot be checked yet: label each class in two or more places</source>
      <translation>el mapa aún no se puede comprobar: etiquete cada clase en dos o más lugares</translation>
    </message>
    <message>
      <source>{one} and {other} are confused: label {more} more of each</source>
      <translation>{one} y {other} se confunden: añada {more} etiquetas a cada una</translation>
    </message>
    <message>
      <source>{name} does not hold what was learnt from labels ({error})</source>
      <translation>{name} no contiene lo aprendido de etiquetas ({error})</translation>
    </message>
    <message>
      <source>make it again</source>
      <translation>créelo de nuevo</translation>
    </message>
    <message>
      <source>{name} was saved by an earlier version, which described several sources in another way</source>
      <translation>{name} se guardó con una versión anterior, que describía de otro modo varias fuentes</translation>
    </message>
    <message>
      <source>classify with its labels again, and save the model anew</source>
      <translation>clasifique de nuevo con sus etiquetas y vuelva a guardar el modelo</translation>
    </message>
    <message>
      <source>macro-F1 {macro_f1:.2f} ({low:.2f} to {high:.2f}), overall accuracy {overall:.2f}</source>
      <translation>macro-F1 {macro_f1:.2f} ({low:.2f} a {high:.2f}), exactitud global {overall:.2f}</translation>
    </message>
    <message>
      <source>{distance:,.0f} pixels</source>
      <translation>{distance:,.0f} píxeles</translation>
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
      <translation>sin comprobar: ninguna clase tiene etiquetas en dos lugares</translation>
    </message>
    <message>
      <source>{checked} of {classes} classes checked</source>
      <translation>{checked} de {classes} clases comprobadas</translation>
    </message>
    <message>
      <source>1 held-out label</source>
      <translation>1 etiqueta apartada</translation>
    </message>
    <message>
      <source>{count:,} held-out labels</source>
      <translation>{count:,} etiquetas apartadas</translation>
    </message>
    <message>
      <source>{labels} of scenes held out as a whole</source>
      <translation>{labels} de escenas apartadas enteras</translation>
    </message>
    <message>
      <source>{score}, {told}, {labels}</source>
      <translation>{score}, {told}, {labels}</translation>
    </message>
    <message>
      <source>within {distance} of the labels, which is {area} % of the map: {score}, {told}, {labels}; how good the rest is cannot be known: label there</source>
      <translation>a menos de {distance} de las etiquetas, es decir, el {area} % del mapa: {score}, {told}, {labels}; no se puede saber cómo es el resto: etiquete allí</translation>
    </message>
    <message>
      <source>{told} with {area} % of the mapped area</source>
      <translation>{told} con el {area} % de la superficie cartografiada</translation>
    </message>
    <message>
      <source>no overall score: {told}; {least:g} % of the classes and of the area are needed</source>
      <translation>sin puntuación global: {told}; hace falta el {least:g} % de las clases y de la superficie</translation>
    </message>
    <message>
      <source>a folder, not a raster</source>
      <translation>una carpeta, no un ráster</translation>
    </message>
    <message>
      <source>an archive, not a raster</source>
      <translation>un archivo comprimido, no un ráster</translation>
    </message>
    <message>
      <source>an archive that is cut off or damaged</source>
      <translation>un archivo comprimido cortado o dañado</translation>
    </message>
    <message>
      <source>{name} is {what}</source>
      <translation>{name} es {what}</translation>
    </message>
    <message>
      <source>copy or download it again</source>
      <translation>copie o descargue de nuevo el archivo</translation>
    </message>
    <message>
      <source>{name} is {what}, and no raster in it can be opened</source>
      <translation>{name} es {what}, y no se puede abrir ningún ráster de su interior</translation>
    </message>
    <message>
      <source>unpack it, and give the raster itself</source>
      <translation>descomprímalo e indique el propio ráster</translation>
    </message>
    <message>
      <source>{join}; or {give}</source>
      <translation>{join}; o {give}</translation>
    </message>
    <message>
      <source>give the raster itself</source>
      <translation>indique el propio ráster</translation>
    </message>
    <message>
      <source>give one of {names}</source>
      <translation>indique uno de {names}</translation>
    </message>
    <message>
      <source>give {name}</source>
      <translation>indique {name}</translation>
    </message>
    <message>
      <source>{names} ({more} more)</source>
      <translation>{names} ({more} más)</translation>
    </message>
    <message>
      <source>join the bands: {command}, and add --bands {bands}</source>
      <translation>una las bandas con Ráster &gt; Miscelánea &gt; Construir ráster virtual, cada archivo como una banda aparte; son {bands}</translation>
    </message>
    <message>
      <source>a file of several rasters</source>
      <translation>un archivo de varios rásteres</translation>
    </message>
    <message>
      <source>{name} holds {count} more rasters, which are not read: {give}</source>
      <translation>{name} contiene {count} rásteres más, que no se leen: {give}</translation>
    </message>
    <message>
      <source>{name} has {count} pages, and only the first is read: name another one as {second}</source>
      <translation>{name} tiene {count} páginas y solo se lee la primera: indique otra como {second}</translation>
    </message>
    <message>
      <source>{give}, or join them: {command}</source>
      <translation>{give}, o únalas: {command}</translation>
    </message>
    <message>
      <source>no such file: {name}</source>
      <translation>no existe el archivo {name}</translation>
    </message>
    <message>
      <source>check the path of the scene</source>
      <translation>compruebe la ruta de la escena</translation>
    </message>
    <message>
      <source>{name} holds complex numbers</source>
      <translation>{name} contiene números complejos</translation>
    </message>
    <message>
      <source>give detected data (amplitude, power or dB) instead</source>
      <translation>indique en su lugar datos detectados (amplitud, potencia o dB)</translation>
    </message>
    <message>
      <source>{name} is cut off: its header promises more pixels than the file holds</source>
      <translation>{name} está cortado: su cabecera promete más píxeles de los que contiene el archivo</translation>
    </message>
    <message>
      <source>{name} is not on a grid: it is placed by {placement}</source>
      <translation>{name} no está en una malla: su posición viene de {placement}</translation>
    </message>
    <message>
      <source>{name} has a grid without area: its geotransform cannot be inverted</source>
      <translation>{name} tiene una malla sin superficie: su geotransformación no se puede invertir</translation>
    </message>
    <message>
      <source>assign the geotransform again</source>
      <translation>asigne de nuevo la geotransformación</translation>
    </message>
    <message>
      <source>'{short}' is no reference system</source>
      <translation>«{short}» no es un sistema de referencia de coordenadas</translation>
    </message>
    <message>
      <source>give --crs EPSG:32633, or one as WKT</source>
      <translation>establezca el SRC de la escena con Capa &gt; Establecer SRC de la capa(s)</translation>
    </message>
    <message>
      <source>the name {name} is not in UTF-8</source>
      <translation>el nombre {name} no está en UTF-8</translation>
    </message>
    <message>
      <source>rename the file or its folder</source>
      <translation>cambie el nombre del archivo o de su carpeta</translation>
    </message>
    <message>
      <source>a geotransform</source>
      <translation>una geotransformación</translation>
    </message>
    <message>
      <source>nothing: positions are pixel coordinates</source>
      <translation>nada: las posiciones son coordenadas de píxel</translation>
    </message>
    <message>
      <source>{count} ground control points in {crs}</source>
      <translation>{count} puntos de control en {crs}</translation>
    </message>
    <message>
      <source>an unknown CRS</source>
      <translation>un SRC desconocido</translation>
    </message>
    <message>
      <source>an RPC model (rational polynomial coefficients)</source>
      <translation>un modelo RPC (coeficientes polinómicos racionales)</translation>
    </message>
    <message>
      <source>geolocation arrays, which hold a longitude and a latitude for each pixel</source>
      <translation>matrices de geolocalización, con la longitud y la latitud de cada píxel</translation>
    </message>
    <message>
      <source>{count} points are needed at least: add some, then {command}</source>
      <translation>hacen falta al menos {count} puntos: añada algunos, luego {command}</translation>
    </message>
    <message>
      <source>put it on a grid first: {command} ({remark})</source>
      <translation>póngala antes en una malla: {command} ({remark})</translation>
    </message>
    <message>
      <source>put it on a grid first: {command}</source>
      <translation>póngala antes en una malla: {command}</translation>
    </message>
    <message>
      <source>its points name no CRS: add -s_srs with theirs, and -t_srs EPSG:N with the one you want</source>
      <translation>sus puntos no nombran ningún SRC: añada -s_srs con el suyo y -t_srs EPSG:N con el que quiera</translation>
    </message>
    <message>
      <source>better: with the EPSG code of a projected CRS of the place</source>
      <translation>mejor: con el código EPSG de un SRC proyectado del lugar</translation>
    </message>
    <message>
      <source>not a readable raster: {name} ({why})</source>
      <translation>no es un ráster legible: {name} ({why})</translation>
    </message>
    <message>
      <source>{mend}, or build its overviews again with gdaladdo</source>
      <translation>{mend}, o vuelva a crear sus vistas generales con gdaladdo</translation>
    </message>
    <message>
      <source>cannot read {part} of {name} ({why})</source>
      <translation>no se pueden leer {part} de {name} ({why})</translation>
    </message>
    <message>
      <source>{mend}, or --skip-damaged to do without these</source>
      <translation>{mend}, o prescinda de ellos: {SkipDamaged}</translation>
    </message>
    <message>
      <source>cannot read {name}: {why}</source>
      <translation>no se puede leer {name}: {why}</translation>
    </message>
    <message>
      <source>see whether `gdalinfo {name}` can read it, and what it says</source>
      <translation>vea en Información, en las propiedades de la capa, si QGIS puede leerlo</translation>
    </message>
    <message>
      <source>not enough memory</source>
      <translation>memoria insuficiente</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller --extent</source>
      <translation>cierre otros programas, o elija una zona menor en {Extent}</translation>
    </message>
    <message>
      <source>the compression {name}</source>
      <translation>la compresión {name}</translation>
    </message>
    <message>
      <source>the format {name}</source>
      <translation>el formato {name}</translation>
    </message>
    <message>
      <source>permission denied: {path}</source>
      <translation>permiso denegado: {path}</translation>
    </message>
    <message>
      <source>move the file back to that place, or build the description again where the files are now (gdalbuildvrt)</source>
      <translation>devuelva el archivo a ese lugar, o vuelva a crear la descripción donde están ahora los archivos (gdalbuildvrt)</translation>
    </message>
    <message>
      <source>it reads band {band} of {file}, which has no such band</source>
      <translation>lee la banda {band} de {file}, que no la tiene</translation>
    </message>
    <message>
      <source>give the right file its place back, or build the VRT again (gdalbuildvrt)</source>
      <translation>devuelva el archivo correcto a su sitio, o vuelva a crear el VRT (gdalbuildvrt)</translation>
    </message>
    <message>
      <source>it is only the header of a raster</source>
      <translation>es solo la cabecera de un ráster</translation>
    </message>
    <message>
      <source>give the data beside it: {data}</source>
      <translation>indique los datos que están junto a él: {data}</translation>
    </message>
    <message>
      <source>it is the header of a raster, and its data file is missing</source>
      <translation>es la cabecera de un ráster, y falta su archivo de datos</translation>
    </message>
    <message>
      <source>put {file} beside it</source>
      <translation>ponga {file} junto a él</translation>
    </message>
    <message>
      <source>copy all files of the shapefile: .shp, .shx, .dbf and .prj</source>
      <translation>copie todos los archivos del shapefile: .shp, .shx, .dbf y .prj</translation>
    </message>
    <message>
      <source>a part of it is missing: {path}</source>
      <translation>falta una parte: {path}</translation>
    </message>
    <message>
      <source>it reads another file, which is not there; it looks for it at {at}</source>
      <translation>lee otro archivo, que no existe; lo busca en {at}</translation>
    </message>
    <message>
      <source>check the name inside it; if that is right, copy or download {file} again</source>
      <translation>compruebe el nombre de dentro; si es correcto, copie o descargue de nuevo {file}</translation>
    </message>
    <message>
      <source>{file} is damaged or holds nothing of that name</source>
      <translation>{file} está dañado o no contiene nada con ese nombre</translation>
    </message>
    <message>
      <source>there is no such file</source>
      <translation>no existe ese archivo</translation>
    </message>
    <message>
      <source>it reads {path}, and {why}</source>
      <translation>lee {path}, y {why}</translation>
    </message>
    <message>
      <source>its XML is cut off or damaged: {said}</source>
      <translation>su XML está cortado o dañado: {said}</translation>
    </message>
    <message>
      <source>delete {beside}, or build it again with gdaladdo</source>
      <translation>elimine {beside}, o vuelva a crearlo con gdaladdo</translation>
    </message>
    <message>
      <source>its overviews {beside} are damaged</source>
      <translation>sus vistas generales {beside} están dañadas</translation>
    </message>
    <message>
      <source>copy or download {beside} again</source>
      <translation>copie o descargue de nuevo {beside}</translation>
    </message>
    <message>
      <source>its sidecar {beside} is damaged</source>
      <translation>su archivo auxiliar {beside} está dañado</translation>
    </message>
    <message>
      <source>it is cut off or damaged: {said}</source>
      <translation>está cortado o dañado: {said}</translation>
    </message>
    <message>
      <source>its file {file} is cut off or damaged: {said}</source>
      <translation>su archivo {file} está cortado o dañado: {said}</translation>
    </message>
    <message>
      <source>a database without a raster, perhaps labels</source>
      <translation>una base de datos sin ráster, quizá etiquetas</translation>
    </message>
    <message>
      <source>a shapefile</source>
      <translation>un shapefile</translation>
    </message>
    <message>
      <source>a zip archive</source>
      <translation>un archivo zip</translation>
    </message>
    <message>
      <source>a gzip archive</source>
      <translation>un archivo gzip</translation>
    </message>
    <message>
      <source>a 7z archive</source>
      <translation>un archivo 7z</translation>
    </message>
    <message>
      <source>a rar archive</source>
      <translation>un archivo rar</translation>
    </message>
    <message>
      <source>nothing but zero bytes, as an unfinished copy is</source>
      <translation>solo bytes cero, como una copia inacabada</translation>
    </message>
    <message>
      <source>give a raster that GDAL can open, e.g. a GeoTIFF</source>
      <translation>indique un ráster que GDAL pueda abrir, p. ej. un GeoTIFF</translation>
    </message>
    <message>
      <source>give the raster here; labels are a file of their own</source>
      <translation>indique aquí el ráster; las etiquetas son un archivo aparte</translation>
    </message>
    <message>
      <source>unpack it and give a raster of it, or name the one inside: /vsizip/ARCHIVE.zip/NAME.tif</source>
      <translation>descomprímalo e indique un ráster suyo, o nombre el de dentro: /vsizip/ARCHIVO.zip/NOMBRE.tif</translation>
    </message>
    <message>
      <source>{again}: perhaps this is what a server answered instead of the file</source>
      <translation>{again}: quizá sea lo que un servidor respondió en lugar del archivo</translation>
    </message>
    <message>
      <source>permission denied</source>
      <translation>permiso denegado</translation>
    </message>
    <message>
      <source>open the address in a browser: perhaps it leads to a page, or asks to sign in</source>
      <translation>abra la dirección en un navegador: quizá lleve a una página o pida iniciar sesión</translation>
    </message>
    <message>
      <source>what the server sends is no raster</source>
      <translation>lo que envía el servidor no es un ráster</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>es una carpeta</translation>
    </message>
    <message>
      <source>give one file in it</source>
      <translation>indique un archivo de ella</translation>
    </message>
    <message>
      <source>it is no file</source>
      <translation>no es un archivo</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>el archivo está vacío</translation>
    </message>
    <message>
      <source>a vector file</source>
      <translation>un archivo vectorial</translation>
    </message>
    <message>
      <source>its header {header} is missing</source>
      <translation>falta su cabecera {header}</translation>
    </message>
    <message>
      <source>a {kind} file that is cut off or damaged</source>
      <translation>un archivo {kind} cortado o dañado</translation>
    </message>
    <message>
      <source>it is {what}</source>
      <translation>es {what}</translation>
    </message>
    <message>
      <source>it has no format that GDAL knows</source>
      <translation>no tiene ningún formato que GDAL conozca</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>una página web</translation>
    </message>
    <message>
      <source>an XML text</source>
      <translation>un texto XML</translation>
    </message>
    <message>
      <source>a JSON text</source>
      <translation>un texto JSON</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un texto</translation>
    </message>
    <message>
      <source>ask for the right to read it, or copy it to where you have it</source>
      <translation>pida permiso de lectura, o cópielo donde lo tenga</translation>
    </message>
    <message>
      <source>it has {what}, which this build of GDAL cannot read</source>
      <translation>tiene {what}, que esta compilación de GDAL no puede leer</translation>
    </message>
    <message>
      <source>convert it with a GDAL that can read it, such as that of QGIS or OSGeo4W: gdal_translate {name} copy.tif</source>
      <translation>conviértalo con un GDAL que pueda leerlo, como el de QGIS u OSGeo4W: gdal_translate {name} copy.tif</translation>
    </message>
    <message>
      <source>GDAL gave no reason</source>
      <translation>GDAL no dio ningún motivo</translation>
    </message>
    <message>
      <source>try again later, or download the file and give the copy</source>
      <translation>inténtelo más tarde, o descargue el archivo e indique la copia</translation>
    </message>
    <message>
      <source>check the address and the network connection</source>
      <translation>compruebe la dirección y la conexión de red</translation>
    </message>
    <message>
      <source>too many requests</source>
      <translation>demasiadas peticiones</translation>
    </message>
    <message>
      <source>internal error</source>
      <translation>error interno</translation>
    </message>
    <message>
      <source>bad gateway</source>
      <translation>puerta de enlace incorrecta</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>ocupado</translation>
    </message>
    <message>
      <source>gateway timeout</source>
      <translation>tiempo de espera de la puerta de enlace</translation>
    </message>
    <message>
      <source>{host} gave no answer when asked for {file} beside it</source>
      <translation>{host} no respondió cuando se le pidió {file} junto a él</translation>
    </message>
    <message>
      <source>{host} answered {code} when asked for {file} beside it</source>
      <translation>{host} respondió {code} cuando se le pidió {file} junto a él</translation>
    </message>
    <message>
      <source>{host} refuses access ({code})</source>
      <translation>{host} deniega el acceso ({code})</translation>
    </message>
    <message>
      <source>{host} has no such file ({code})</source>
      <translation>{host} no tiene ese archivo ({code})</translation>
    </message>
    <message>
      <source>check the address of the file</source>
      <translation>compruebe la dirección del archivo</translation>
    </message>
    <message>
      <source>{host} answered {code} ({busy}), also when asked again</source>
      <translation>{host} respondió {code} ({busy}), también al preguntar de nuevo</translation>
    </message>
    <message>
      <source>{host} answered {code}</source>
      <translation>{host} respondió {code}</translation>
    </message>
    <message>
      <source>there is no address for {host}</source>
      <translation>no hay dirección para {host}</translation>
    </message>
    <message>
      <source>{address}; behind a proxy, set GDAL_HTTP_PROXY=host:port</source>
      <translation>{address}; detrás de un proxy, defina GDAL_HTTP_PROXY=host:puerto</translation>
    </message>
    <message>
      <source>its time</source>
      <translation>el tiempo previsto</translation>
    </message>
    <message>
      <source>{host} did not answer within {seconds}</source>
      <translation>{host} no respondió en {seconds}</translation>
    </message>
    <message>
      <source>{again}; to wait longer, set {patience}=60</source>
      <translation>{again}; para esperar más, defina {patience}=60</translation>
    </message>
    <message>
      <source>check this computer's clock; for a certificate of your own organisation set CURL_CA_BUNDLE=FILE.pem</source>
      <translation>compruebe el reloj de este equipo; para un certificado de su organización, defina CURL_CA_BUNDLE=ARCHIVO.pem</translation>
    </message>
    <message>
      <source>the certificate of {host} is not trusted ({text})</source>
      <translation>no se confía en el certificado: {host} ({text})</translation>
    </message>
    <message>
      <source>no secure connection to {host} ({text})</source>
      <translation>no hay conexión segura: {host} ({text})</translation>
    </message>
    <message>
      <source>check the address: does the server speak https?</source>
      <translation>compruebe la dirección: ¿habla https el servidor?</translation>
    </message>
    <message>
      <source>{host} cannot be reached</source>
      <translation>{host} no está accesible</translation>
    </message>
    <message>
      <source>{address}, and whether the server runs</source>
      <translation>{address}, y si el servidor funciona</translation>
    </message>
    <message>
      <source>{host} broke off the transfer ({text})</source>
      <translation>{host} interrumpió la transferencia ({text})</translation>
    </message>
    <message>
      <source>no reason given</source>
      <translation>sin dar motivo</translation>
    </message>
    <message>
      <source>the server {name}</source>
      <translation>el servidor {name}</translation>
    </message>
    <message>
      <source>the storage {name}://</source>
      <translation>el almacenamiento {name}://</translation>
    </message>
    <message>
      <source>the server</source>
      <translation>el servidor</translation>
    </message>
    <message>
      <source>set {keys} if it is public</source>
      <translation>defina {keys} si es público</translation>
    </message>
    <message>
      <source>set {keys}</source>
      <translation>defina {keys}</translation>
    </message>
    <message>
      <source>sign in with GDAL_HTTP_USERPWD=name:password; an address with a signature may have expired: get a new one</source>
      <translation>identifíquese con GDAL_HTTP_USERPWD=nombre:contraseña; una dirección con firma puede haber caducado: consiga una nueva</translation>
    </message>
    <message>
      <source>the storage {name}:// asks for a key, and none is given</source>
      <translation>el almacenamiento {name}:// pide una clave, y no se ha dado ninguna</translation>
    </message>
    <message>
      <source>the storage {name}:// refuses access</source>
      <translation>el almacenamiento {name}:// deniega el acceso</translation>
    </message>
    <message>
      <source>the storage {name}:// has no such file</source>
      <translation>el almacenamiento {name}:// no tiene ese archivo</translation>
    </message>
    <message>
      <source>check the names of the bucket and the file</source>
      <translation>compruebe los nombres del depósito y del archivo</translation>
    </message>
    <message>
      <source>expected a precision of {precisions}; found '{precision}'</source>
      <translation>se esperaba una de las precisiones {precisions}; se encontró «{precision}»</translation>
    </message>
    <message>
      <source>give one of them to --precision</source>
      <translation>elija una de ellas en {Precision}</translation>
    </message>
    <message>
      <source>the device does not compute in {precision}</source>
      <translation>el dispositivo no calcula en {precision}</translation>
    </message>
    <message>
      <source>use --precision auto</source>
      <translation>elija auto en {Precision}</translation>
    </message>
    <message>
      <source>no job is called '{kind}'</source>
      <translation>no hay ninguna tarea «{kind}»</translation>
    </message>
    <message>
      <source>install the package that provides it, e.g. ofa-engine[train]</source>
      <translation>instale el paquete que la proporciona, p. ej. ofa-engine[train]</translation>
    </message>
    <message>
      <source>the model alone</source>
      <translation>solo el modelo</translation>
    </message>
    <message>
      <source>the model, reading and writing alone</source>
      <translation>el modelo, la lectura y la escritura por separado</translation>
    </message>
    <message>
      <source>Change does not stand apart from chance: the map shows what has changed most, and that may be nothing.</source>
      <translation>El cambio no se distingue del azar: el mapa muestra lo que más ha cambiado, y puede no ser nada.</translation>
    </message>
    <message>
      <source>too few pixels hold data on both dates</source>
      <translation>muy pocos píxeles tienen datos en ambas fechas</translation>
    </message>
    <message>
      <source>give scenes that share more of the place</source>
      <translation>dé escenas que se solapen más</translation>
    </message>
    <message>
      <source>Compared by {bands}. Only one date has {others}.</source>
      <translation>Comparado por {bands}. Solo una fecha tiene {others}.</translation>
    </message>
    <message>
      <source>a class field, a raster of confidence and a table of transitions need labels</source>
      <translation>un campo de clase, un ráster de confianza y una tabla de transiciones necesitan etiquetas</translation>
    </message>
    <message>
      <source>give labels after the two dates, or leave these out</source>
      <translation>dé etiquetas, o prescinda de ellos</translation>
    </message>
    <message>
      <source>a chip is read as a whole</source>
      <translation>un recorte se lee entero</translation>
    </message>
    <message>
      <source>leave out --extent</source>
      <translation>deje {Extent} vacío</translation>
    </message>
    <message>
      <source>see `engine inspect` of one of them</source>
      <translation>examine uno de ellos con {Inspect}</translation>
    </message>
    <message>
      <source>no chip can be read; the first: {why}</source>
      <translation>no se puede leer ningún recorte; el primero: {why}</translation>
    </message>
    <message>
      <source>{count:,} of {whole:,} chips could not be read; the table says why.</source>
      <translation>No se pudieron leer {count:,} de {whole:,} recortes; la tabla dice por qué.</translation>
    </message>
    <message>
      <source>{band} ({why})</source>
      <translation>{band} ({why})</translation>
    </message>
    <message>
      <source>nothing is to be done to the map</source>
      <translation>no hay nada que hacer con el mapa</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, --merge crops=wheat+maize or --vector MAP.gpkg</source>
      <translation>dé una superficie mínima, clases que combinar o polígonos</translation>
    </message>
    <message>
      <source>smooth borders are those of polygons</source>
      <translation>solo los polígonos tienen límites suaves</translation>
    </message>
    <message>
      <source>give --vector MAP.gpkg as well</source>
      <translation>dé también los polígonos</translation>
    </message>
    <message>
      <source>expected class values from {least} to {most}; {name} has {value}</source>
      <translation>se esperaban valores de clase de {least} a {most}; {name} tiene {value}</translation>
    </message>
    <message>
      <source>give its classes smaller numbers: gdal_calc --calc</source>
      <translation>dé a sus clases números más pequeños: calculadora ráster</translation>
    </message>
    <message>
      <source>merge some with --merge</source>
      <translation>combine algunas</translation>
    </message>
    <message>
      <source>the map has no CRS, so nobody knows how large its pixels are</source>
      <translation>el mapa no tiene SRC, así que nadie sabe cuánto miden sus píxeles</translation>
    </message>
    <message>
      <source>give the minimum area in pixels: 20px</source>
      <translation>dé la superficie mínima en píxeles: 20px</translation>
    </message>
    <message>
      <source>the minimum area is {pixels:,.0f} pixels of this map; {most:,} are possible</source>
      <translation>la superficie mínima son {pixels:,.0f} píxeles de este mapa; son posibles {most:,}</translation>
    </message>
    <message>
      <source>give a smaller area, or a map with larger pixels: gdalwarp -r mode -tr</source>
      <translation>dé una superficie menor, o un mapa con píxeles mayores: gdalwarp -r mode -tr</translation>
    </message>
    <message>
      <source>no 32-bit number holds class values from {least} to {most}</source>
      <translation>ningún número de 32 bits admite valores de clase de {least} a {most}</translation>
    </message>
    <message>
      <source>{pixels:,} pixels are in regions below the minimum area that no larger region touches: they stay.</source>
      <translation>{pixels:,} píxeles están en zonas bajo la superficie mínima que ninguna zona mayor toca: se quedan.</translation>
    </message>
    <message>
      <source>No region of the class {name} is as large as the minimum area.</source>
      <translation>Ninguna zona de la clase {name} alcanza la superficie mínima.</translation>
    </message>
    <message>
      <source>expected {fewest} to {most} clusters; found {count}</source>
      <translation>se esperaban de {fewest} a {most} grupos; hay {count}</translation>
    </message>
    <message>
      <source>give --classes 12</source>
      <translation>12 son un buen comienzo</translation>
    </message>
    <message>
      <source>objects per hectare need a scene with a CRS</source>
      <translation>los objetos por hectárea necesitan una escena con SRC</translation>
    </message>
    <message>
      <source>leave out --density, or give --crs</source>
      <translation>omita la densidad, o indique el SRC</translation>
    </message>
    <message>
      <source>no outlined object lies in the area</source>
      <translation>ningún objeto delineado está en el área</translation>
    </message>
    <message>
      <source>draw the area around outlined objects</source>
      <translation>dibuje el área alrededor de objetos delineados</translation>
    </message>
    <message>
      <source>Left out: {count:,} objects outside the area.</source>
      <translation>Omitidos: {count:,} objetos fuera del área.</translation>
    </message>
    <message>
      <source>expected {least} or more outlined objects; found {count}</source>
      <translation>se esperaban {least} o más objetos delineados; se encontraron {count}</translation>
    </message>
    <message>
      <source>outline more of them, ten are a good start</source>
      <translation>delinee más, diez son un buen comienzo</translation>
    </message>
    <message>
      <source>expected objects of {least:g} pixels or more across; these have {size:.1f}</source>
      <translation>se esperaban objetos de {least:g} píxeles o más de ancho; estos tienen {size:.1f}</translation>
    </message>
    <message>
      <source>give a scene with smaller pixels</source>
      <translation>indique una escena con píxeles más pequeños</translation>
    </message>
    <message>
      <source>all outlined objects lie in one place: they are {apart:.0f} pixels apart at most, and {size:.0f} across</source>
      <translation>todos los objetos delineados están en un mismo lugar: distan como mucho {apart:.0f} píxeles y miden {size:.0f}</translation>
    </message>
    <message>
      <source>outline some in other places, too, or correct their size</source>
      <translation>delinee también algunos en otros lugares o corrija su tamaño</translation>
    </message>
    <message>
      <source>the scene does not say how large its pixels are, so --size has no meaning</source>
      <translation>la escena no dice el tamaño de sus píxeles, así que un diámetro en metros no tiene sentido</translation>
    </message>
    <message>
      <source>give outlines, or --crs</source>
      <translation>indique contornos, o el SRC</translation>
    </message>
    <message>
      <source>all outlined objects lie on nodata of the scene</source>
      <translation>todos los objetos delineados están sobre nodata de la escena</translation>
    </message>
    <message>
      <source>outline objects where the scene has data</source>
      <translation>delinee objetos donde la escena tenga datos</translation>
    </message>
    <message>
      <source>{found:,} objects found. Estimate: {value:,.0f} ({low:,.0f} to {high:,.0f}); as dense as in the area there would be {density:,.0f}. Held out in the area: {right} of {outlined} objects found, F1 {f1:.2f}; expect less away from it.</source>
      <translation>{found:,} objetos encontrados. Estimación: {value:,.0f} ({low:,.0f} a {high:,.0f}); con la densidad del área serían {density:,.0f}. Reservados en el área: {right} de {outlined} objetos encontrados, F1 {f1:.2f}; en otros lugares cabe esperar menos.</translation>
    </message>
    <message>
      <source>No area was given: all in the box around the outlined objects was learnt as background. An object in there that is not outlined makes the result worse; draw an area in which each one is outlined.</source>
      <translation>No se indicó un área: todo en el rectángulo alrededor de los objetos delineados se aprendió como fondo. Un objeto no delineado allí empeora el resultado; dibuje un área en la que todos estén delineados.</translation>
    </message>
    <message>
      <source>Only {count} objects are outlined; ten or more make a better count.</source>
      <translation>Solo {count} objetos están delineados; con diez o más el recuento mejora.</translation>
    </message>
    <message>
      <source>Held-out objects are hardly found (F1 {f1:.2f}): check the result by eye.</source>
      <translation>Los objetos reservados apenas se encuentran (F1 {f1:.2f}): compruebe el resultado a simple vista.</translation>
    </message>
    <message>
      <source>no outlined objects were given</source>
      <translation>no se indicaron objetos delineados</translation>
    </message>
    <message>
      <source>name a file of outlines after the scene</source>
      <translation>indique un archivo de contornos</translation>
    </message>
    <message>
      <source>expected objects as {kinds}; found '{kind}'</source>
      <translation>se esperaban objetos como {kinds}; se encontró '{kind}'</translation>
    </message>
    <message>
      <source>give one of them to --shape</source>
      <translation>elija uno de ellos</translation>
    </message>
    <message>
      <source>boxes or points</source>
      <translation>rectángulos o puntos</translation>
    </message>
    <message>
      <source>expected a diameter in metres for --size</source>
      <translation>se esperaba un diámetro en metros</translation>
    </message>
    <message>
      <source>give --size 5</source>
      <translation>indique por ejemplo 5</translation>
    </message>
    <message>
      <source>expected a score from 0 to 1 for --min-score</source>
      <translation>se esperaba una puntuación mínima de 0 a 1</translation>
    </message>
    <message>
      <source>leave it out, or give --min-score 0.3</source>
      <translation>déjela vacía, o indique 0,3</translation>
    </message>
    <message>
      <source>repair the engine's environment: reinstall it from constraints.txt</source>
      <translation>repare el entorno del motor: reinstálelo a partir de constraints.txt</translation>
    </message>
    <message>
      <source>choose another --device, or update the graphics driver</source>
      <translation>elija otro dispositivo, o actualice el controlador gráfico</translation>
    </message>
    <message>
      <source>reinstall the model</source>
      <translation>reinstale el modelo</translation>
    </message>
    <message>
      <source>free some space</source>
      <translation>libere espacio</translation>
    </message>
    <message>
      <source>close other programs</source>
      <translation>cierre otros programas</translation>
    </message>
    <message>
      <source>done</source>
      <translation>hecho</translation>
    </message>
    <message>
      <source>{versions} on {platform}</source>
      <translation>{versions} en {platform}</translation>
    </message>
    <message>
      <source>{device}: {why}</source>
      <translation>{device}: {why}</translation>
    </message>
    <message>
      <source>a raster came back changed (same pixels: {same}, longitude {west:.6f} for 15)</source>
      <translation>un ráster volvió cambiado (píxeles iguales: {same}, longitud {west:.6f} en vez de 15)</translation>
    </message>
    <message>
      <source>a GeoTIFF came back unchanged, and PROJ knows where it lies</source>
      <translation>un GeoTIFF volvió intacto, y PROJ sabe dónde está</translation>
    </message>
    <message>
      <source>model {name} gives numbers that are not finite</source>
      <translation>el modelo {name} da números que no son finitos</translation>
    </message>
    <message>
      <source>{name} reads a Sentinel-2 tile on {device} in {precision}</source>
      <translation>{name} lee una tesela de Sentinel-2 en {device} con {precision}</translation>
    </message>
    <message>
      <source>only {found:.1f} GiB free on this disk; {least:g} GiB are needed</source>
      <translation>solo hay {found:.1f} GiB libres en este disco; hacen falta {least:g} GiB</translation>
    </message>
    <message>
      <source>{found:.1f} GiB free on this disk</source>
      <translation>{found:.1f} GiB libres en este disco</translation>
    </message>
    <message>
      <source>not told by this system; cores: {count}</source>
      <translation>este sistema no lo dice; núcleos: {count}</translation>
    </message>
    <message>
      <source>only {found:.1f} GiB of memory free; {least:g} GiB are needed</source>
      <translation>solo hay {found:.1f} GiB de memoria libres; hacen falta {least:g} GiB</translation>
    </message>
    <message>
      <source>{found:.1f} GiB of memory free; cores: {count}</source>
      <translation>{found:.1f} GiB de memoria libres; núcleos: {count}</translation>
    </message>
    <message>
      <source>{sources} is in no feature: the model reads spectral and radar bands.</source>
      <translation>{sources} no está en ninguna característica: el modelo lee bandas espectrales y de radar.</translation>
    </message>
    <message>
      <source>reading the scene</source>
      <translation>lectura de la escena</translation>
    </message>
    <message>
      <source>the scene has no data at this place</source>
      <translation>la escena no tiene datos en este lugar</translation>
    </message>
    <message>
      <source>click on a place with data</source>
      <translation>haga clic en un lugar con datos</translation>
    </message>
    <message>
      <source>growing</source>
      <translation>crecimiento de la región</translation>
    </message>
    <message>
      <source>all regions around this place are too ragged to be drawn</source>
      <translation>todas las regiones alrededor de este lugar son demasiado irregulares para dibujarlas</translation>
    </message>
    <message>
      <source>zoom in, or draw a polygon</source>
      <translation>acérquese o dibuje un polígono</translation>
    </message>
    <message>
      <source>the place {x:.10g}, {y:.10g} lies outside the scene</source>
      <translation>el lugar {x:.10g}, {y:.10g} queda fuera de la escena</translation>
    </message>
    <message>
      <source>the scene's extent is {whole} in its own CRS</source>
      <translation>la extensión de la escena es {whole} en su propio SRC</translation>
    </message>
    <message>
      <source>expected a number for --threshold</source>
      <translation>se esperaba un número como umbral</translation>
    </message>
    <message>
      <source>give --threshold 0.5</source>
      <translation>0,5 es un comienzo</translation>
    </message>
    <message>
      <source>expected hits as {kinds}; found '{kind}'</source>
      <translation>se esperaban hallazgos como {kinds}; hay «{kind}»</translation>
    </message>
    <message>
      <source>give one of them to --hits-as</source>
      <translation>elegir uno de ellos</translation>
    </message>
    <message>
      <source>polygons or points</source>
      <translation>polígonos o puntos</translation>
    </message>
    <message>
      <source>expected a map of values, one band of fractions; {name} has bands: {count}, of {kind}</source>
      <translation>se esperaba un mapa de valores, una banda de fracciones; {name} tiene bandas: {count}, de {kind}</translation>
    </message>
    <message>
      <source>give a map that `engine similar`, `engine change` or `engine regress` wrote with --out</source>
      <translation>elija un mapa de parecido, de cambios o de valores</translation>
    </message>
    <message>
      <source>no field was named</source>
      <translation>no se indicó ningún campo</translation>
    </message>
    <message>
      <source>give the field of the labels that holds the class: --field NAME</source>
      <translation>elija el campo de las etiquetas que contiene la clase</translation>
    </message>
    <message>
      <source>labels say what has changed, or name the class on each date; both were asked for</source>
      <translation>las etiquetas dicen qué ha cambiado, o nombran la clase en cada fecha; se pidió lo uno y lo otro</translation>
    </message>
    <message>
      <source>leave out --unchanged or --field-after</source>
      <translation>prescinda de la clase de lo que no ha cambiado o del campo de clase de la fecha posterior</translation>
    </message>
    <message>
      <source>no label says what has not changed: expected a class {wanted}; found {names}</source>
      <translation>ninguna etiqueta dice qué no ha cambiado: se esperaba una clase {wanted}; se encontró {names}</translation>
    </message>
    <message>
      <source>give its name: --unchanged NAME</source>
      <translation>indique el nombre de la clase de lo que no ha cambiado</translation>
    </message>
    <message>
      <source>{count} pairs of classes do not fit into a map of bytes: {most} do</source>
      <translation>{count} pares de clases no caben en un mapa de bytes: caben {most}</translation>
    </message>
    <message>
      <source>merge classes: 15 on each date fit</source>
      <translation>una clases: caben 15 en cada fecha</translation>
    </message>
    <message>
      <source>The dates cannot be compared band by band: two maps are, and errors of either look like change.</source>
      <translation>Las fechas no se pueden comparar banda a banda: se comparan dos mapas, y los errores de cada uno parecen cambio.</translation>
    </message>
    <message>
      <source>earlier date</source>
      <translation>fecha anterior</translation>
    </message>
    <message>
      <source>later date</source>
      <translation>fecha posterior</translation>
    </message>
    <message>
      <source>{date}: {text}</source>
      <translation>{date}: {text}</translation>
    </message>
    <message>
      <source>looking for models</source>
      <translation>búsqueda de modelos</translation>
    </message>
    <message>
      <source>{name} cannot be read: {reason}</source>
      <translation>no se puede leer {name}: {reason}</translation>
    </message>
    <message>
      <source>run the job again</source>
      <translation>ejecute la tarea de nuevo</translation>
    </message>
    <message>
      <source>a part of what? {error}</source>
      <translation>¿una parte de qué? {error}</translation>
    </message>
    <message>
      <source>expected a part of embed, classify or predict; found one of {kind}</source>
      <translation>se esperaba una parte de embed, classify o predict; se encontró una de {kind}</translation>
    </message>
    <message>
      <source>expected a window of four numbers; found {count}</source>
      <translation>se esperaba una ventana de cuatro números; se encontraron {count}</translation>
    </message>
    <message>
      <source>{name} is a backbone: it was not fine-tuned for a task</source>
      <translation>{name} es una red base: no se ha ajustado para ninguna tarea</translation>
    </message>
    <message>
      <source>make a model with `engine finetune` or `engine classify --save-model`, or map with labels</source>
      <translation>entrene un modelo en la página {Train}, o haga el mapa con etiquetas</translation>
    </message>
    <message>
      <source>a model for {task} gives neither confidence nor polygons</source>
      <translation>un modelo para {task} no da ni confianza ni polígonos</translation>
    </message>
    <message>
      <source>leave them out</source>
      <translation>no los pida</translation>
    </message>
    <message>
      <source>{name} does not tell how unlike a scene is to what it knows: only models do that learnt from few labels</source>
      <translation>{name} no dice cuánto difiere una escena de lo que aprendió: solo lo hacen los modelos que aprendieron de pocas etiquetas</translation>
    </message>
    <message>
      <source>leave out --applicability</source>
      <translation>prescinda del ráster de disimilitud</translation>
    </message>
    <message>
      <source>no folder was named for the preview</source>
      <translation>no se indicó ninguna carpeta para la vista previa</translation>
    </message>
    <message>
      <source>give 'out'</source>
      <translation>indique «out»</translation>
    </message>
    <message>
      <source>expected a step from 1 and places from 0; found {step} and {places}</source>
      <translation>se esperaba un paso desde 1 y lugares desde 0; se encontraron {step} y {places}</translation>
    </message>
    <message>
      <source>correct them</source>
      <translation>corríjalos</translation>
    </message>
    <message>
      <source>all points lie in one place, so nothing can be checked</source>
      <translation>todos los puntos están en un lugar, así que nada se puede comprobar</translation>
    </message>
    <message>
      <source>add points, all over the scene</source>
      <translation>añada puntos, por toda la escena</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike all points: measure there</source>
      <translation>El {share:.0%} de la escena no se parece a ningún punto: mida allí</translation>
    </message>
    <message>
      <source>The map is no better than the mean of the points.</source>
      <translation>El mapa no es mejor que la media de los puntos.</translation>
    </message>
    <message>
      <source>expected a standard error between 0 and 0.5; found {error:g}</source>
      <translation>se esperaba un error estándar entre 0 y 0,5; se encontró {error:g}</translation>
    </message>
    <message>
      <source>give --standard-error 0.02 for an interval of about 4 points to either side</source>
      <translation>0,02 da un intervalo de unos 4 puntos a cada lado</translation>
    </message>
    <message>
      <source>expected whole numbers from 0 on for --points and --seed</source>
      <translation>se esperaban números enteros desde 0 para los puntos y la semilla</translation>
    </message>
    <message>
      <source>expected accuracies from 0 to 1; found {share:g}</source>
      <translation>se esperaban exactitudes de 0 a 1; se encontró {share:g}</translation>
    </message>
    <message>
      <source>give --anticipated water=0.9,forest=0.7</source>
      <translation>escriba water=0.9,forest=0.7</translation>
    </message>
    <message>
      <source>the scene has no data at {x:.10g}, {y:.10g}, where an example lies</source>
      <translation>la escena no tiene datos en {x:.10g}, {y:.10g}, donde hay un ejemplo</translation>
    </message>
    <message>
      <source>the pixel at {x:.10g}, {y:.10g} is an example and a counter-example</source>
      <translation>el píxel en {x:.10g}, {y:.10g} es ejemplo y contraejemplo</translation>
    </message>
    <message>
      <source>leave one of them out</source>
      <translation>omitir uno de ellos</translation>
    </message>
    <message>
      <source>no example was given</source>
      <translation>no se indicó ningún ejemplo</translation>
    </message>
    <message>
      <source>give a place in the scene's CRS: --at 500100,5799900</source>
      <translation>indicar un lugar en la escena</translation>
    </message>
    <message>
      <source>expected places as pairs of numbers</source>
      <translation>se esperaban lugares como pares de números</translation>
    </message>
    <message>
      <source>give --at X,Y</source>
      <translation>indicar cada uno como X,Y</translation>
    </message>
    <message>
      <source>expected at most {most} examples; found {count}</source>
      <translation>se esperaban como mucho {most} ejemplos; hay {count}</translation>
    </message>
    <message>
      <source>leave some out, or label classes and use `engine classify`</source>
      <translation>omitir algunos, o etiquetar clases y hacer su mapa</translation>
    </message>
    <message>
      <source>learning from the labels</source>
      <translation>aprendizaje de las etiquetas</translation>
    </message>
    <message>
      <source>looking around</source>
      <translation>mirando alrededor</translation>
    </message>
    <message>
      <source>mapping</source>
      <translation>cartografía</translation>
    </message>
    <message>
      <source>drawing polygons</source>
      <translation>dibujo de los polígonos</translation>
    </message>
    <message>
      <source>computing features</source>
      <translation>cálculo de características</translation>
    </message>
    <message>
      <source>learning from the objects</source>
      <translation>aprendiendo de los objetos</translation>
    </message>
    <message>
      <source>looking for objects</source>
      <translation>buscando objetos</translation>
    </message>
    <message>
      <source>drawing points</source>
      <translation>sorteo de puntos</translation>
    </message>
    <message>
      <source>writing the report</source>
      <translation>redacción del informe</translation>
    </message>
    <message>
      <source>looking at chips</source>
      <translation>examen de los recortes</translation>
    </message>
    <message>
      <source>preparing the head</source>
      <translation>preparación de la cabeza</translation>
    </message>
    <message>
      <source>drawing examples</source>
      <translation>dibujo de ejemplos</translation>
    </message>
    <message>
      <source>{count:,} labelled pixels lie on nodata and were left out.</source>
      <translation>{count:,} píxeles etiquetados caen en valores sin datos y se dejaron fuera.</translation>
    </message>
    <message>
      <source>Left out: {classes} without a label on data.</source>
      <translation>Se dejó fuera: {classes} sin etiqueta sobre datos.</translation>
    </message>
    <message>
      <source>only one class ('{name}') is labelled inside the scene</source>
      <translation>solo una clase («{name}») está etiquetada dentro de la escena</translation>
    </message>
    <message>
      <source>{told}, and all labels of {classes} lie on nodata</source>
      <translation>{told}, y todas las etiquetas de {classes} caen en valores sin datos</translation>
    </message>
    <message>
      <source>{told}; a map needs two or more</source>
      <translation>{told}; un mapa necesita dos o más</translation>
    </message>
    <message>
      <source>label a second class where the scene holds data</source>
      <translation>etiquete una segunda clase donde la escena tenga datos</translation>
    </message>
    <message>
      <source>{count} different classes are labelled inside the scene; a map holds at most {most}</source>
      <translation>{count} clases distintas están etiquetadas dentro de la escena; en un mapa caben como mucho {most}</translation>
    </message>
    <message>
      <source>name the field of the class, if this is another one: --field NAME; or merge classes</source>
      <translation>elija otro campo en {Field}, si la clase está en otro; o combine clases</translation>
    </message>
    <message>
      <source>all labels contradict each other: every labelled pixel has labels of different classes ({names})</source>
      <translation>todas las etiquetas se contradicen: cada píxel etiquetado tiene etiquetas de clases distintas ({names})</translation>
    </message>
    <message>
      <source>remove all but one of the labels of a place</source>
      <translation>deje una sola etiqueta en cada lugar</translation>
    </message>
    <message>
      <source>all labels lie on nodata</source>
      <translation>todas las etiquetas caen en valores sin datos</translation>
    </message>
    <message>
      <source>label places that hold data; if these do, --ignore-file-nodata reads the file's nodata value as data</source>
      <translation>etiquete lugares con datos; si los tienen, desmarque «Valor sin datos» en Transparencia en las propiedades de la capa</translation>
    </message>
    <message>
      <source>Left out: {geometries} outside the scene.</source>
      <translation>Se dejó fuera: {geometries} fuera de la escena.</translation>
    </message>
    <message>
      <source>Cut at the scene's border: {geometries}.</source>
      <translation>Se cortó en el borde de la escena: {geometries}.</translation>
    </message>
    <message>
      <source>1 pixel</source>
      <translation>1 píxel</translation>
    </message>
    <message>
      <source>{count:,} pixels</source>
      <translation>{count:,} píxeles</translation>
    </message>
    <message>
      <source>Left out: {pixels} labelled with different classes.</source>
      <translation>Se dejó fuera: {pixels} con etiquetas de clases distintas.</translation>
    </message>
    <message>
      <source>1 large geometry</source>
      <translation>1 geometría grande</translation>
    </message>
    <message>
      <source>{count:,} large geometries</source>
      <translation>{count:,} geometrías grandes</translation>
    </message>
    <message>
      <source>Of {large}, at most {most:,} pixels each, spread evenly, were taken.</source>
      <translation>De {large} se tomaron como mucho {most:,} píxeles de cada una, repartidos por igual.</translation>
    </message>
    <message>
      <source>Of class '{name}', {most:,} pixels spread evenly were taken.</source>
      <translation>De la clase «{name}» se tomaron {most:,} píxeles repartidos por igual.</translation>
    </message>
    <message>
      <source>Left out: {classes} without a pixel in the scene.</source>
      <translation>Se dejó fuera: {classes} sin un píxel en la escena.</translation>
    </message>
    <message>
      <source>1 class ({names})</source>
      <translation>1 clase ({names})</translation>
    </message>
    <message>
      <source>{count} classes ({names})</source>
      <translation>{count} clases ({names})</translation>
    </message>
    <message>
      <source>{found} with a number lie on data of the scene; {least} or more are needed</source>
      <translation>sobre datos de la escena con un número: {found}; hacen falta al menos {least}</translation>
    </message>
    <message>
      <source>all points have the value {value:g}: nothing is to be learnt from them</source>
      <translation>todos los puntos tienen el valor {value:g}: nada se puede aprender de ellos</translation>
    </message>
    <message>
      <source>name the field that holds the values: --field NAME</source>
      <translation>nombre en {Field} el campo de los valores</translation>
    </message>
    <message>
      <source>all points contradict each other: each pixel has several values</source>
      <translation>todos los puntos se contradicen: cada píxel tiene varios valores</translation>
    </message>
    <message>
      <source>keep one point for a pixel</source>
      <translation>deje un punto por píxel</translation>
    </message>
    <message>
      <source>Pixels left out, as several points give them different values: {count:,}.</source>
      <translation>Píxeles omitidos, porque varios puntos les dan valores distintos: {count:,}.</translation>
    </message>
    <message>
      <source>expected outlines of objects, or points; found lines</source>
      <translation>se esperaban contornos de objetos, o puntos; se encontraron líneas</translation>
    </message>
    <message>
      <source>draw polygons around the objects</source>
      <translation>dibuje polígonos alrededor de los objetos</translation>
    </message>
    <message>
      <source>expected outlines of objects; found points</source>
      <translation>se esperaban contornos de objetos; se encontraron puntos</translation>
    </message>
    <message>
      <source>say how large an object is, in metres: --size 5</source>
      <translation>diga el tamaño de un objeto: diámetro en metros</translation>
    </message>
    <message>
      <source>expected polygons in the area {name}; found none</source>
      <translation>se esperaban polígonos en el área {name}; no se encontró ninguno</translation>
    </message>
    <message>
      <source>draw the area as a polygon</source>
      <translation>dibuje el área como polígono</translation>
    </message>
    <message>
      <source>The scene has no CRS and the labels have {crs}: their coordinates were used as they are, as they fall inside the scene.</source>
      <translation>La escena no tiene SRC y las etiquetas tienen {crs}: sus coordenadas se usaron tal cual, porque caen dentro de la escena.</translation>
    </message>
    <message>
      <source>The labels have no CRS: the scene's was taken, as they fall inside it.</source>
      <translation>Las etiquetas no tienen SRC: se tomó el de la escena, porque caen dentro de ella.</translation>
    </message>
    <message>
      <source>The labels were reprojected from {theirs} to the scene's {its}.</source>
      <translation>Las etiquetas se reproyectaron de {theirs} a {its}, el de la escena.</translation>
    </message>
    <message>
      <source>they span {extent}</source>
      <translation>abarcan {extent}</translation>
    </message>
    <message>
      <source>the scene {extent}</source>
      <translation>la escena {extent}</translation>
    </message>
    <message>
      <source>all labels lie outside the scene: {spans}, {scene}</source>
      <translation>todas las etiquetas quedan fuera de la escena: {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels of this scene; if they are, assign them the CRS that they were drawn in</source>
      <translation>indique etiquetas de esta escena; si lo son, asígneles el SRC en que se dibujaron</translation>
    </message>
    <message>
      <source>all labels have no CRS and lie outside the scene: {spans}, {scene}</source>
      <translation>ninguna etiqueta tiene SRC y todas quedan fuera de la escena: {spans}, {scene}</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, in a GIS</source>
      <translation>asigne a las etiquetas el SRC en que se dibujaron</translation>
    </message>
    <message>
      <source>the scene has no CRS, and all labels, in {theirs}, lie outside it: {spans}, {scene}</source>
      <translation>la escena no tiene SRC, y todas las etiquetas, en {theirs}, quedan fuera: {spans}, {scene}</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE</source>
      <translation>establezca el SRC de la escena con Capa &gt; Establecer SRC de la capa(s)</translation>
    </message>
    <message>
      <source>the scene has neither a CRS nor a place on the ground, and all labels lie outside it: {spans}, {scene}</source>
      <translation>la escena no tiene ni SRC ni lugar en el terreno, y todas las etiquetas quedan fuera: {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels in its pixel coordinates (column, row), or georeference the scene first</source>
      <translation>indique etiquetas en sus coordenadas de píxel (columna, fila), o georreferencie antes la escena</translation>
    </message>
    <message>
      <source>neither scene nor labels have a CRS, and all labels lie outside the scene: {spans}, {scene}</source>
      <translation>ni la escena ni las etiquetas tienen SRC, y todas las etiquetas quedan fuera de la escena: {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels in the scene's coordinates; or assign the labels their CRS, and name the scene's: --crs EPSG:CODE</source>
      <translation>indique etiquetas en las coordenadas de la escena; o asigne a las etiquetas su SRC, y establezca el de la escena con Capa &gt; Establecer SRC de la capa(s)</translation>
    </message>
    <message>
      <source>x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g} in {crs}</source>
      <translation>x {x0:.12g} a {x1:.12g}, y {y0:.12g} a {y1:.12g} en {crs}</translation>
    </message>
    <message>
      <source>x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g}</source>
      <translation>x {x0:.12g} a {x1:.12g}, y {y0:.12g} a {y1:.12g}</translation>
    </message>
    <message>
      <source>Left out: {geometries} that cannot be placed in the scene's CRS.</source>
      <translation>Se dejó fuera: {geometries} que no tienen lugar en el SRC de la escena.</translation>
    </message>
    <message>
      <source>1 invalid geometry</source>
      <translation>1 geometría no válida</translation>
    </message>
    <message>
      <source>{count:,} invalid geometries</source>
      <translation>{count:,} geometrías no válidas</translation>
    </message>
    <message>
      <source>Repaired: {geometries}.</source>
      <translation>Se reparó: {geometries}.</translation>
    </message>
    <message>
      <source>no label has an area: their outlines enclose nothing</source>
      <translation>ninguna etiqueta tiene superficie: sus contornos no encierran nada</translation>
    </message>
    <message>
      <source>draw them again, or as points</source>
      <translation>dibújelas de nuevo, o como puntos</translation>
    </message>
    <message>
      <source>The labels' longitudes were shifted by 360° to those of the scene.</source>
      <translation>Las longitudes de las etiquetas se desplazaron 360° hasta las de la escena.</translation>
    </message>
    <message>
      <source>the labels' CRS {crs} cannot be brought to the scene's {target}</source>
      <translation>el SRC {crs} de las etiquetas no se puede llevar al de la escena, {target}</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, or --crs to the scene if its own is wrong</source>
      <translation>asigne a las etiquetas el SRC en que se dibujaron, o corrija el de la escena con Capa &gt; Establecer SRC de la capa(s)</translation>
    </message>
    <message>
      <source>expected numbers in the field '{field}'; found '{value}'</source>
      <translation>se esperan números en el campo «{field}»; se encontró «{value}»</translation>
    </message>
    <message>
      <source>name a field of numbers: --field {fields}</source>
      <translation>elija en {Field} un campo de números: {fields}</translation>
    </message>
    <message>
      <source>convert it</source>
      <translation>conviértalo</translation>
    </message>
    <message>
      <source>no feature has a number in the field '{field}'</source>
      <translation>ningún objeto tiene un número en el campo «{field}»</translation>
    </message>
    <message>
      <source>fill the field</source>
      <translation>rellene el campo</translation>
    </message>
    <message>
      <source>Left out: {features} without a number in '{field}'.</source>
      <translation>Omitidos: {features} sin número en «{field}».</translation>
    </message>
    <message>
      <source>the table '{table}' of the labels {name} cannot be used: {error}</source>
      <translation>no se puede usar la tabla '{table}' de las etiquetas {name}: {error}</translation>
    </message>
    <message>
      <source>correct it, or remove the table</source>
      <translation>corríjala o elimine la tabla</translation>
    </message>
    <message>
      <source>give GPKG, GeoJSON or Shapefile</source>
      <translation>indique un GPKG, GeoJSON o shapefile</translation>
    </message>
    <message>
      <source>the labels {name} cannot be read: {why}</source>
      <translation>no se pueden leer las etiquetas {name}: {why}</translation>
    </message>
    <message>
      <source>the labels {name} have no fields</source>
      <translation>las etiquetas {name} no tienen campos</translation>
    </message>
    <message>
      <source>add a field that holds the class, and name it: --field</source>
      <translation>añada un campo que contenga la clase y elíjalo en {Field}</translation>
    </message>
    <message>
      <source>no field '{field}' in the labels {name}</source>
      <translation>no hay campo «{field}» en las etiquetas {name}</translation>
    </message>
    <message>
      <source>nothing says which field holds the class</source>
      <translation>nada dice qué campo contiene la clase</translation>
    </message>
    <message>
      <source>{asked}; it has: {fields}</source>
      <translation>{asked}; hay: {fields}</translation>
    </message>
    <message>
      <source>name the field of the class: --field NAME</source>
      <translation>elija el campo de la clase en {Field}</translation>
    </message>
    <message>
      <source>no layer with geometries in the labels {name}</source>
      <translation>no hay capa con geometrías en las etiquetas {name}</translation>
    </message>
    <message>
      <source>give a layer of points, lines or polygons</source>
      <translation>indique una capa de puntos, líneas o polígonos</translation>
    </message>
    <message>
      <source>the labels {name} hold the layers {layers}</source>
      <translation>las etiquetas {name} contienen las capas {layers}</translation>
    </message>
    <message>
      <source>name one of them: --layer NAME</source>
      <translation>cargue una como capa y elíjala en {Labels}</translation>
    </message>
    <message>
      <source>no layer '{layer}': {found}</source>
      <translation>no hay capa «{layer}»: {found}</translation>
    </message>
    <message>
      <source>the label layer is empty: it holds no features</source>
      <translation>la capa de etiquetas está vacía: no contiene objetos</translation>
    </message>
    <message>
      <source>draw some labels first</source>
      <translation>dibuje primero algunas etiquetas</translation>
    </message>
    <message>
      <source>no feature of the labels has a geometry</source>
      <translation>ningún objeto de las etiquetas tiene geometría</translation>
    </message>
    <message>
      <source>draw points, lines or polygons</source>
      <translation>dibuje puntos, líneas o polígonos</translation>
    </message>
    <message>
      <source>Left out: {features} without geometry.</source>
      <translation>Se dejó fuera: {features} sin geometría.</translation>
    </message>
    <message>
      <source>fill the field, or name another field: --field {fields}</source>
      <translation>rellene el campo, o elija otro en {Field}: {fields}</translation>
    </message>
    <message>
      <source>no feature has one class in the field '{field}'</source>
      <translation>ningún objeto tiene una sola clase en el campo «{field}»</translation>
    </message>
    <message>
      <source>Left out: {features} without one class in '{field}'.</source>
      <translation>Se dejó fuera: {features} sin una sola clase en «{field}».</translation>
    </message>
    <message>
      <source>1 geometry</source>
      <translation>1 geometría</translation>
    </message>
    <message>
      <source>{count:,} geometries</source>
      <translation>{count:,} geometrías</translation>
    </message>
    <message>
      <source>1 feature</source>
      <translation>1 objeto</translation>
    </message>
    <message>
      <source>{count:,} features</source>
      <translation>{count:,} objetos</translation>
    </message>
    <message>
      <source>no such label file: {name}</source>
      <translation>no existe el archivo de etiquetas {name}</translation>
    </message>
    <message>
      <source>check the path of the labels</source>
      <translation>compruebe la ruta de las etiquetas</translation>
    </message>
    <message>
      <source>the labels {name} hold several files: {found}</source>
      <translation>las etiquetas {name} contienen varios archivos: {found}</translation>
    </message>
    <message>
      <source>name one of them: /vsizip/{name}/{first}</source>
      <translation>nombre uno de ellos: /vsizip/{name}/{first}</translation>
    </message>
    <message>
      <source>Nothing fixes the scale of these numbers, so {model} saw them relative to the scene itself.</source>
      <translation>Nada fija la escala de estos números; por eso {model} los vio en relación con la propia escena.</translation>
    </message>
    <message>
      <source>These are no spectral bands: the map rests on them as they are, without the model.</source>
      <translation>No son bandas espectrales: el mapa se basa en ellas tal como son, sin el modelo.</translation>
    </message>
    <message>
      <source>The model {name} is untrained: its features are random projections of the pixels, and the map rests on spectra and their surroundings as far as validation trusted them.</source>
      <translation>El modelo {name} no está entrenado: sus características son proyecciones aleatorias de los píxeles, y el mapa se apoya en los espectros y su entorno en la medida en que la validación confió en ellos.</translation>
    </message>
    <message>
      <source>The pixel size on the ground is unknown; the model was told {gsd_m:g} m.</source>
      <translation>No se conoce el tamaño de píxel en el terreno; al modelo se le dijo {gsd_m:g} m.</translation>
    </message>
    <message>
      <source>The scene has a CRS and no geotransform: the result lies at the origin of the CRS.</source>
      <translation>La escena tiene SRC y no geotransformación: el resultado queda en el origen del SRC.</translation>
    </message>
    <message>
      <source>Bands not used: {bands}.</source>
      <translation>Bandas no usadas: {bands}.</translation>
    </message>
    <message>
      <source>{fill}: they count as nodata.</source>
      <translation>{fill}: cuentan como sin datos.</translation>
    </message>
    <message>
      <source>Nodata by the product's own masks: {shares}.</source>
      <translation>Sin datos según las máscaras del producto: {shares}.</translation>
    </message>
    <message>
      <source>Blocks that could not be read and are nodata: {count} ({damaged}).</source>
      <translation>Bloques que no se pudieron leer y quedan sin datos: {count} ({damaged}).</translation>
    </message>
    <message>
      <source>the labels that this model learnt from do not tell how unlike to them a pixel may be</source>
      <translation>las etiquetas de las que aprendió este modelo no dicen cuánto puede diferir de ellas un píxel</translation>
    </message>
    <message>
      <source>leave out --applicability, or learn from labels with each class in two or more places</source>
      <translation>prescinda del ráster de disimilitud, o aprenda de etiquetas con cada clase en dos o más lugares</translation>
    </message>
    <message>
      <source>no class has labels in two places, so nothing tells how unlike to them a pixel may be</source>
      <translation>ninguna clase tiene etiquetas en dos lugares: nada dice cuánto puede diferir de ellas un píxel</translation>
    </message>
    <message>
      <source>label each class in two or more places, or leave out --applicability</source>
      <translation>etiquetar cada clase en dos o más lugares, o prescindir del ráster de desemejanza</translation>
    </message>
    <message>
      <source>the card of {name} was changed: it is not the one that its weights were saved with</source>
      <translation>la ficha de {name} ha cambiado: no es aquella con la que se guardaron sus pesos</translation>
    </message>
    <message>
      <source>the weights of {name} do not fit its card</source>
      <translation>los pesos de {name} no corresponden a su ficha</translation>
    </message>
    <message>
      <source>the model has learnt from a scene and {count} further sources ({wanted}); found {found}</source>
      <translation>el modelo aprendió de una escena y de {count} fuentes más ({wanted}); se encontró: {found}</translation>
    </message>
    <message>
      <source>give the same sources, in the same order, with --with</source>
      <translation>dé las mismas fuentes, en el mismo orden, como otras capas</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike anything this model has learnt from: check the map there, or label this scene, too.</source>
      <translation>el {share:.0%} de la escena no se parece a nada de lo que aprendió este modelo: compruebe allí el mapa, o etiquete también esta escena.</translation>
    </message>
    <message>
      <source>the model was trained on {wanted}; the scene's numbers are {found}</source>
      <translation>el modelo se entrenó con {wanted}; los valores de la escena son {found}</translation>
    </message>
    <message>
      <source>give the scene in those units, say what its numbers are with --units, or train a model on such scenes</source>
      <translation>indique la escena en esas unidades, elija sus unidades en {Units}, o entrene un modelo con escenas así</translation>
    </message>
    <message>
      <source>the model was trained without it</source>
      <translation>el modelo se entrenó sin ella</translation>
    </message>
    <message>
      <source>the model needs the band {wanted}; the scene has {known}</source>
      <translation>el modelo necesita la banda {wanted}; la escena tiene {known}</translation>
    </message>
    <message>
      <source>give a scene with it, or say which band it is with --bands</source>
      <translation>indique una escena que la tenga, o diga en {Bands} qué banda es</translation>
    </message>
    <message>
      <source>The model was trained on pixels of {trained:g} m; chips with pixels of another size: {count:,} (the first, {name}, of {found:g} m). Check their answers with care.</source>
      <translation>El modelo se entrenó con píxeles de {trained:g} m; recortes con píxeles de otro tamaño: {count:,} (el primero, {name}, de {found:g} m). Revise sus resultados con cuidado.</translation>
    </message>
    <message>
      <source>The model was trained on {trained}; the scene is {found}. Its numbers differ where the ground does not: check the map with care.</source>
      <translation>El modelo se entrenó con {trained}; la escena contiene {found}. Sus números difieren aunque el terreno no lo haga: revise el mapa con cuidado.</translation>
    </message>
    <message>
      <source>The model was trained on pixels of {trained:g} m; those of the scene are {found:g} m: resample the scene, or check the map with care.</source>
      <translation>El modelo se entrenó con píxeles de {trained:g} m; los de la escena son de {found:g} m: remuestree la escena, o revise el mapa con cuidado.</translation>
    </message>
    <message>
      <source>{count:,} labelled pixels lie under {kind} by the product's own mask.</source>
      <translation>{count:,} píxeles etiquetados están bajo {kind} según la máscara del producto.</translation>
    </message>
    <message>
      <source>No label of {classes} lies in the scene: it is not on the map.</source>
      <translation>Ninguna etiqueta de {classes} cae en la escena: no está en el mapa.</translation>
    </message>
    <message>
      <source>this job reads one source; found {count} more</source>
      <translation>esta tarea lee una sola fuente; se encontraron {count} más</translation>
    </message>
    <message>
      <source>leave out --with, or classify with labels</source>
      <translation>quite las demás capas, o clasifique con etiquetas</translation>
    </message>
    <message>
      <source>the model reads spectral and radar bands; found {sensor}</source>
      <translation>el modelo lee bandas espectrales y de radar; se encontró {sensor}</translation>
    </message>
    <message>
      <source>classify it with labels: engine classify SCENE LABELS --field NAME --out MAP.tif</source>
      <translation>clasifíquelo con etiquetas</translation>
    </message>
    <message>
      <source>the scene</source>
      <translation>la escena</translation>
    </message>
    <message>
      <source>the model</source>
      <translation>el modelo</translation>
    </message>
    <message>
      <source>what the labels teach</source>
      <translation>lo que enseñan las etiquetas</translation>
    </message>
    <message>
      <source>the legend</source>
      <translation>la leyenda</translation>
    </message>
    <message>
      <source>what the scene teaches</source>
      <translation>lo que enseña la escena</translation>
    </message>
    <message>
      <source>the request</source>
      <translation>la petición</translation>
    </message>
    <message>
      <source>the device</source>
      <translation>el dispositivo</translation>
    </message>
    <message>
      <source>how the model computes</source>
      <translation>cómo calcula el modelo</translation>
    </message>
    <message>
      <source>the program</source>
      <translation>el programa</translation>
    </message>
    <message>
      <source>expected two dates of one place; found {count}</source>
      <translation>se esperaban dos fechas de un mismo lugar; se encontraron {count}</translation>
    </message>
    <message>
      <source>give two scenes: engine change BEFORE AFTER --out CHANGE.tif</source>
      <translation>elija dos capas</translation>
    </message>
    <message>
      <source>expected a share of false alarms from 0.00001 to 0.5; found {share:g}</source>
      <translation>se esperaba una proporción de falsas alarmas de 0,00001 a 0,5; se encontró {share:g}</translation>
    </message>
    <message>
      <source>give --false-alarms 0.01</source>
      <translation>0,01 es un buen comienzo</translation>
    </message>
    <message>
      <source>a minimum area is one of polygons</source>
      <translation>una superficie mínima vale para polígonos</translation>
    </message>
    <message>
      <source>give --changes CHANGES.gpkg, too</source>
      <translation>dé también un archivo para los polígonos</translation>
    </message>
    <message>
      <source>{after} lies {size:.1f} pixels from {before} ({down:+.1f} down, {right:+.1f} right): edges would look changed</source>
      <translation>{after} está a {size:.1f} píxeles de {before} ({down:+.1f} hacia abajo, {right:+.1f} a la derecha): los bordes parecerían cambiados</translation>
    </message>
    <message>
      <source>give --align to move it as it is read, or --shift-ok to compare them as they are</source>
      <translation>marque {Align}: se desplaza al leerla</translation>
    </message>
    <message>
      <source>Nothing tells whether the dates lie on each other: too little is alike, or the scene is small.</source>
      <translation>Nada indica si las fechas coinciden: hay muy poco en común, o la escena es pequeña.</translation>
    </message>
    <message>
      <source>The second date was moved by {size:.2f} pixels onto the first.</source>
      <translation>La segunda fecha se desplazó {size:.2f} píxeles sobre la primera.</translation>
    </message>
    <message>
      <source>The dates lie {size:.1f} pixels apart: edges look changed.</source>
      <translation>Las fechas están desplazadas {size:.1f} píxeles: los bordes parecen cambiados.</translation>
    </message>
    <message>
      <source>The dates are of different months: what the season does to some of the ground is change, too.</source>
      <translation>Las fechas son de meses distintos: lo que la estación hace a parte del suelo también es cambio.</translation>
    </message>
    <message>
      <source>the scene has no CRS, so its areas are not known</source>
      <translation>la escena no tiene SRC, así que no se conocen sus superficies</translation>
    </message>
    <message>
      <source>give --min-area in px</source>
      <translation>escríbala en píxeles, por ejemplo 20px</translation>
    </message>
    <message>
      <source>a model called {name} is here already</source>
      <translation>ya hay aquí un modelo llamado {name}</translation>
    </message>
    <message>
      <source>remove it, or rename one of them</source>
      <translation>elimínelo, o cambie el nombre de uno de los dos</translation>
    </message>
    <message>
      <source>the model cannot be written to {root}: {reason}</source>
      <translation>no se puede escribir el modelo en {root}: {reason}</translation>
    </message>
    <message>
      <source>make room there</source>
      <translation>haga sitio allí</translation>
    </message>
    <message>
      <source>the model was made by another version of OFA: update OFA or take a model for this version</source>
      <translation>el modelo es de otra versión de OFA: actualice OFA o tome un modelo para esta versión</translation>
    </message>
    <message>
      <source>a positive integer</source>
      <translation>un entero positivo</translation>
    </message>
    <message>
      <source>one of {values}</source>
      <translation>uno de los valores {values}</translation>
    </message>
    <message>
      <source>a multiple of 4 and of heads</source>
      <translation>un múltiplo de 4 y de heads</translation>
    </message>
    <message>
      <source>rising block numbers in 1..{depth}</source>
      <translation>números de bloque crecientes en 1..{depth}</translation>
    </message>
    <message>
      <source>a positive number of metres</source>
      <translation>un número positivo de metros</translation>
    </message>
    <message>
      <source>a positive integer or none</source>
      <translation>un entero positivo o nada</translation>
    </message>
    <message>
      <source>a divisor of patch_px, {patch_px}, or none</source>
      <translation>un divisor de patch_px, {patch_px}, o none</translation>
    </message>
    <message>
      <source>the model's configuration</source>
      <translation>la configuración del modelo</translation>
    </message>
    <message>
      <source>{name} of a model must be {expected}; found {found}</source>
      <translation>{name} de un modelo debe ser {expected}; se encontró {found}</translation>
    </message>
    <message>
      <source>correct the model's configuration</source>
      <translation>corrija la configuración del modelo</translation>
    </message>
    <message>
      <source>patches of this embedding must be larger than {least} pixels; found {found}</source>
      <translation>los parches de esta incrustación deben ser mayores de {least} píxeles; se encontró {found}</translation>
    </message>
    <message>
      <source>the patches of this model have {expected} pixels; found {found}</source>
      <translation>los parches de este modelo tienen {expected} píxeles; se encontró {found}</translation>
    </message>
    <message>
      <source>this model reads {radar} of Sentinel-1 and {optical} of Sentinel-2; the scene has {found}</source>
      <translation>este modelo lee {radar} de Sentinel-1 y {optical} de Sentinel-2; la escena tiene {found}</translation>
    </message>
    <message>
      <source>give --sensor sentinel-1 or sentinel-2 if it is one, or take a model that reads any bands, e.g. ofa-tiny</source>
      <translation>elija el sensor Sentinel-1 o Sentinel-2 en {Bands} si lo es, o use un modelo que lea cualquier banda, por ejemplo ofa-tiny</translation>
    </message>
    <message>
      <source>copy the model folder again; `engine models` lists those that work</source>
      <translation>copie de nuevo la carpeta del modelo; la lista {Model} contiene los que funcionan</translation>
    </message>
    <message>
      <source>expected a model's name, or a folder or zip with {card}; found '{found}'; models here: {names}</source>
      <translation>se esperaba el nombre de un modelo, o una carpeta o un zip con {card}; se encontró «{found}»; modelos aquí: {names}</translation>
    </message>
    <message>
      <source>give one of them to --model, or set OFA_MODELS to the folder that holds your models</source>
      <translation>elija uno de ellos en {Model}, o añada su carpeta de modelos</translation>
    </message>
    <message>
      <source>expected a readable model card at {path}; found: {error}</source>
      <translation>se esperaba una ficha de modelo legible en {path}; se encontró: {error}</translation>
    </message>
    <message>
      <source>{path} is not the card of an OFA model: its 'ofa' object is absent or short</source>
      <translation>{path} no es la ficha de un modelo OFA: su objeto «ofa» falta o está incompleto</translation>
    </message>
    <message>
      <source>expected a model of architecture {architectures}, card version {version}; found {found}, {other}</source>
      <translation>se esperaba un modelo de arquitectura {architectures}, versión de ficha {version}; se encontró {found}, {other}</translation>
    </message>
    <message>
      <source>update OFA, or take a model made for this version</source>
      <translation>actualice OFA, o tome un modelo hecho para esta versión</translation>
    </message>
    <message>
      <source>the model card {path}</source>
      <translation>la ficha de modelo {path}</translation>
    </message>
    <message>
      <source>{path} names neither the sha256 of its weights nor a seed</source>
      <translation>{path} no indica ni el sha256 de sus pesos ni una semilla</translation>
    </message>
    <message>
      <source>{path} does not say what the model has learnt from</source>
      <translation>{path} no dice de qué aprendió el modelo</translation>
    </message>
    <message>
      <source>The backbone of {model} does not read {bands}.</source>
      <translation>El modelo base de {model} no lee {bands}.</translation>
    </message>
    <message>
      <source>The model {model} does not read {bands}.</source>
      <translation>El modelo {model} no lee {bands}.</translation>
    </message>
    <message>
      <source>cannot write the model folder {folder}: {reason}</source>
      <translation>no se puede escribir la carpeta de modelo {folder}: {reason}</translation>
    </message>
    <message>
      <source>another one has its name here</source>
      <translation>otro tiene aquí ese nombre</translation>
    </message>
    <message>
      <source>{name} needs the model {backbone} that it was made with ({why})</source>
      <translation>{name} necesita el modelo {backbone} con el que se hizo ({why})</translation>
    </message>
    <message>
      <source>get {backbone} with `engine models pull`, or copy its folder to your models</source>
      <translation>copie la carpeta de {backbone} a sus modelos</translation>
    </message>
    <message>
      <source>the weights in {path} do not fit the configuration in the card: {error}</source>
      <translation>los pesos de {path} no corresponden a la configuración de la ficha: {error}</translation>
    </message>
    <message>
      <source>the card names weights, but {path} cannot be read: {reason}</source>
      <translation>la ficha nombra pesos, pero {path} no se puede leer: {reason}</translation>
    </message>
    <message>
      <source>{path} is damaged: expected sha256 {expected}; found {found}</source>
      <translation>{path} está dañado: se esperaba sha256 {expected}; se encontró {found}</translation>
    </message>
    <message>
      <source>expected {rows} x {cols} tokens from every sensor of one place; found {found}</source>
      <translation>se esperaban {rows} x {cols} tokens de cada sensor de un lugar; se encontró {found}</translation>
    </message>
    <message>
      <source>resample the sensors to one grid</source>
      <translation>remuestree los sensores a una misma malla</translation>
    </message>
    <message>
      <source>the model was made by another version of OFA: update OFA or train it again</source>
      <translation>el modelo es de otra versión de OFA: actualice OFA o entrénelo de nuevo</translation>
    </message>
    <message>
      <source>{task} with {heads}</source>
      <translation>{task} con {heads}</translation>
    </message>
    <message>
      <source>expected {known}; found {task} with {head}</source>
      <translation>se esperaba {known}; se encontró {task} con {head}</translation>
    </message>
    <message>
      <source>choose one of them</source>
      <translation>elija uno de ellos</translation>
    </message>
    <message>
      <source>a fine-tuned model needs mean and deviation of each of its bands</source>
      <translation>un modelo ajustado necesita la media y la desviación de cada una de sus bandas</translation>
    </message>
    <message>
      <source>train it again</source>
      <translation>entrénelo de nuevo</translation>
    </message>
    <message>
      <source>expected two classes or more; found {count}</source>
      <translation>se esperaban dos clases o más; se encontró {count}</translation>
    </message>
    <message>
      <source>label a second class</source>
      <translation>etiquete una segunda clase</translation>
    </message>
    <message>
      <source>the fine-tuned model</source>
      <translation>el modelo ajustado</translation>
    </message>
    <message>
      <source>expected a chip whose sides are multiples of {patch_px} pixels; found {height} x {width}</source>
      <translation>se esperaba un recorte cuyos lados sean múltiplos de {patch_px} píxeles; se encontró {height} x {width}</translation>
    </message>
    <message>
      <source>pad or crop the chip</source>
      <translation>rellene o recorte el recorte</translation>
    </message>
    <message>
      <source>expected one channel for each of {count} bands; found {channels} channels</source>
      <translation>se esperaba un canal por cada una de las {count} bandas; se encontraron {channels}</translation>
    </message>
    <message>
      <source>expected the size of a pixel in metres; found {gsd_m}</source>
      <translation>se esperaba el tamaño de un píxel en metros; se encontró {gsd_m}</translation>
    </message>
    <message>
      <source>georeference the scene, or set its GSD_M tag to the pixel size in metres</source>
      <translation>georreferencie la escena, o ponga en su etiqueta GSD_M el tamaño de píxel en metros</translation>
    </message>
    <message>
      <source>take a model with a spectral embedding, which reads any bands (`engine models` lists them)</source>
      <translation>tome un modelo con incrustación espectral, que lee cualesquiera bandas</translation>
    </message>
    <message>
      <source>this model reads {modalities}; the sensor's modality is {modality}</source>
      <translation>este modelo lee {modalities}; la modalidad del sensor es {modality}</translation>
    </message>
    <message>
      <source>this model reads {wanted} of {modality}; the scene lacks {missing}</source>
      <translation>este modelo lee {wanted} de {modality}; a la escena le falta {missing}</translation>
    </message>
    <message>
      <source>the model needs the wavelength or the polarisation ({polarisations}) of every band; band {band} has neither</source>
      <translation>el modelo necesita la longitud de onda o la polarización ({polarisations}) de cada banda; la banda {band} no tiene ninguna de las dos</translation>
    </message>
    <message>
      <source>say what the band is with --bands, e.g. --bands 1=665nm or --bands 1=VV</source>
      <translation>diga en {Bands} qué es la banda</translation>
    </message>
    <message>
      <source>… ({count} in all)</source>
      <translation>… ({count} en total)</translation>
    </message>
    <message>
      <source>the zip {path} cannot be unpacked: {reason}</source>
      <translation>no se puede descomprimir el zip {path}: {reason}</translation>
    </message>
    <message>
      <source>copy it again</source>
      <translation>cópielo de nuevo</translation>
    </message>
    <message>
      <source>expected one model folder in {path}: {card} and {weights}; found {count}</source>
      <translation>se esperaba una carpeta de modelo en {path}: {card} y {weights}; se encontraron {count}</translation>
    </message>
    <message>
      <source>zip the folder of one model</source>
      <translation>comprima la carpeta de un solo modelo</translation>
    </message>
    <message>
      <source>take another file</source>
      <translation>tome otro archivo</translation>
    </message>
    <message>
      <source>{name} in {path} is larger than that of any model</source>
      <translation>{name} en {path} es mayor que el de cualquier modelo</translation>
    </message>
    <message>
      <source>expected features of 8, 16 or 32 bits; found {bits}</source>
      <translation>se esperaban características de 8, 16 o 32 bits; se encontró {bits}</translation>
    </message>
    <message>
      <source>give one of them to --bits</source>
      <translation>elija uno de esos valores en {Bits}</translation>
    </message>
    <message>
      <source>{name} could not be written ({reason})</source>
      <translation>{name} no se pudo escribir ({reason})</translation>
    </message>
    <message>
      <source>free some space, or choose another disk or folder</source>
      <translation>libere espacio, o elija otro disco u otra carpeta</translation>
    </message>
    <message>
      <source>{path} is open in another program</source>
      <translation>{path} está abierto en otro programa</translation>
    </message>
    <message>
      <source>close it there, or give another name</source>
      <translation>ciérrelo allí, o indique otro nombre</translation>
    </message>
    <message>
      <source>a GeoTIFF</source>
      <translation>de un GeoTIFF</translation>
    </message>
    <message>
      <source>a file of polygons</source>
      <translation>de un archivo de polígonos</translation>
    </message>
    <message>
      <source>a GeoPackage</source>
      <translation>de un GeoPackage</translation>
    </message>
    <message>
      <source>a table</source>
      <translation>de una tabla</translation>
    </message>
    <message>
      <source>a map or a table</source>
      <translation>de un mapa o una tabla</translation>
    </message>
    <message>
      <source>a JSON file</source>
      <translation>de un archivo JSON</translation>
    </message>
    <message>
      <source>a log</source>
      <translation>de un registro</translation>
    </message>
    <message>
      <source>a Markdown page</source>
      <translation>de una página Markdown</translation>
    </message>
    <message>
      <source>a VRT</source>
      <translation>un VRT</translation>
    </message>
    <message>
      <source>a zip</source>
      <translation>un zip</translation>
    </message>
    <message>
      <source>a picture</source>
      <translation>de una imagen</translation>
    </message>
    <message>
      <source>no output was named</source>
      <translation>no se indicó ninguna salida</translation>
    </message>
    <message>
      <source>give --out {example}</source>
      <translation>indique un nombre en {Output}</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found the folder {text}</source>
      <translation>se esperaba el nombre {kind}; se encontró la carpeta {text}</translation>
    </message>
    <message>
      <source>add a file's name</source>
      <translation>añada el nombre de un archivo</translation>
    </message>
    <message>
      <source>the output {text} is a folder</source>
      <translation>la salida {text} es una carpeta</translation>
    </message>
    <message>
      <source>give the name of a file in it that ends in {endings}</source>
      <translation>indique el nombre de un archivo en ella que acabe en {endings}</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found {text}</source>
      <translation>se esperaba el nombre {kind}; se encontró {text}</translation>
    </message>
    <message>
      <source>end the name with {endings}</source>
      <translation>termine el nombre en {endings}</translation>
    </message>
    <message>
      <source>the output {text} is a device, not a file</source>
      <translation>la salida {text} es un dispositivo, no un archivo</translation>
    </message>
    <message>
      <source>give another name</source>
      <translation>indique otro nombre</translation>
    </message>
    <message>
      <source>a folder</source>
      <translation>de una carpeta</translation>
    </message>
    <message>
      <source>expected a folder; {text} is a file</source>
      <translation>se esperaba una carpeta; {text} es un archivo</translation>
    </message>
    <message>
      <source>{text} is a link to a folder that is not there</source>
      <translation>{text} es un enlace a una carpeta que no existe</translation>
    </message>
    <message>
      <source>make that folder, or give another</source>
      <translation>cree esa carpeta, o indique otra</translation>
    </message>
    <message>
      <source>choose a folder you may write to</source>
      <translation>elija una carpeta en la que pueda escribir</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found an empty one</source>
      <translation>se esperaba el nombre {kind}; se encontró uno vacío</translation>
    </message>
    <message>
      <source>give a name</source>
      <translation>indique un nombre</translation>
    </message>
    <message>
      <source>the name {text} holds what is no text: a zero, or bytes that are not UTF-8</source>
      <translation>el nombre {text} contiene lo que no es texto: un cero, o bytes que no son UTF-8</translation>
    </message>
    <message>
      <source>give a name in plain text</source>
      <translation>indique un nombre en texto sencillo</translation>
    </message>
    <message>
      <source>Windows allows no file called {part}</source>
      <translation>Windows no admite ningún archivo llamado {part}</translation>
    </message>
    <message>
      <source>the folder {folder} cannot be written: {above} is no folder</source>
      <translation>no se puede escribir en la carpeta {folder}: {above} no es una carpeta</translation>
    </message>
    <message>
      <source>the name {part} has {size} bytes; at most {limit} can be used here</source>
      <translation>el nombre {part} tiene {size} bytes; aquí caben como mucho {limit}</translation>
    </message>
    <message>
      <source>give a shorter name</source>
      <translation>indique un nombre más corto</translation>
    </message>
    <message>
      <source>No pixel of the extent has data: the map is empty.</source>
      <translation>Ningún píxel de la extensión tiene datos: el mapa está vacío.</translation>
    </message>
    <message>
      <source>Radar: {co}, {cross}, {co}−{cross}</source>
      <translation>Radar: {co}, {cross}, {co}−{cross}</translation>
    </message>
    <message>
      <source>Natural colour</source>
      <translation>Color natural</translation>
    </message>
    <message>
      <source>False colour: near infrared, red, green</source>
      <translation>Falso color: infrarrojo cercano, rojo, verde</translation>
    </message>
    <message>
      <source>Band {name}</source>
      <translation>Banda {name}</translation>
    </message>
    <message>
      <source>Bands {names}</source>
      <translation>Bandas {names}</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Matriz de confusión</translation>
    </message>
    <message>
      <source>Rows: truth. Columns: map.</source>
      <translation>Filas: verdad. Columnas: mapa.</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>precisión</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>Geometries</source>
      <translation>Geometrías</translation>
    </message>
    <message>
      <source>Labelled pixels</source>
      <translation>Píxeles etiquetados</translation>
    </message>
    <message>
      <source>Held-out labels</source>
      <translation>Etiquetas apartadas</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Exhaustividad</translation>
    </message>
    <message>
      <source>scene</source>
      <translation>escena</translation>
    </message>
    <message>
      <source>sensor</source>
      <translation>sensor</translation>
    </message>
    <message>
      <source>units</source>
      <translation>unidades</translation>
    </message>
    <message>
      <source>bands</source>
      <translation>bandas</translation>
    </message>
    <message>
      <source>name</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>trained</source>
      <translation>entrenado</translation>
    </message>
    <message>
      <source>spectra</source>
      <translation>espectros</translation>
    </message>
    <message>
      <source>shape of the spectrum</source>
      <translation>forma del espectro</translation>
    </message>
    <message>
      <source>context</source>
      <translation>contexto</translation>
    </message>
    <message>
      <source>surroundings</source>
      <translation>entorno</translation>
    </message>
    <message>
      <source>features of the model</source>
      <translation>características del modelo</translation>
    </message>
    <message>
      <source>learning</source>
      <translation>aprendizaje</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>lectura</translation>
    </message>
    <message>
      <source>model</source>
      <translation>modelo</translation>
    </message>
    <message>
      <source>spectra and surroundings</source>
      <translation>espectros y entorno</translation>
    </message>
    <message>
      <source>writing</source>
      <translation>escritura</translation>
    </message>
    <message>
      <source>{score}. Counts are held-out labelled pixels.</source>
      <translation>{score}. Se cuentan los píxeles etiquetados apartados.</translation>
    </message>
    <message>
      <source>{name} (untrained model)</source>
      <translation>{name} (modelo sin entrenar)</translation>
    </message>
    <message>
      <source>scene, labels, class map and confidence side by side</source>
      <translation>escena, etiquetas, mapa de clases y confianza, uno al lado del otro</translation>
    </message>
    <message>
      <source>What the head trusts</source>
      <translation>En qué confía la cabeza</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>Segundos</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>Petición</translation>
    </message>
    <message>
      <source>Labels were held out as far from the others as the mapped pixels are from the labels, and mapped by a head that had not seen them. Macro-F1 is the mean F1 of the checked classes, with the range in which it lies in 90 % of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right.</source>
      <translation>Se apartaron etiquetas tan lejos de las demás como los píxeles cartografiados lo están de las etiquetas, y las cartografió una cabeza que no las había visto. El macro-F1 es la media de los F1 de las clases comprobadas, con el intervalo en que se encuentra en el 90 % de tales casos; la exactitud global es la proporción de los píxeles etiquetados apartados que están bien cartografiados.</translation>
    </message>
    <message>
      <source>One number is given only if the checked classes are at least {least:.0%} of the classes and of the mapped area, as the others may be mapped well or badly.</source>
      <translation>Solo se da un número único si las clases comprobadas son al menos el {least:.0%} de las clases y de la superficie cartografiada, pues las demás pueden estar bien o mal cartografiadas.</translation>
    </message>
    <message>
      <source>all dates: {features}</source>
      <translation>todas las fechas: {features}</translation>
    </message>
    <message>
      <source>source {number}: {sensor}</source>
      <translation>fuente {number}: {sensor}</translation>
    </message>
    <message>
      <source>Class map</source>
      <translation>Mapa de clases</translation>
    </message>
    <message>
      <source>measured</source>
      <translation>medido</translation>
    </message>
    <message>
      <source>mapped, held out</source>
      <translation>cartografiado, apartado</translation>
    </message>
    <message>
      <source>R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:+.2g}, from {count:,} held-out pixels</source>
      <translation>R² {r2:.2f}, RMSE {rmse:.4g}, sesgo {bias:+.2g}, de {count:,} píxeles apartados</translation>
    </message>
    <message>
      <source>{field} of {scene}</source>
      <translation>{field} de {scene}</translation>
    </message>
    <message>
      <source>Points were held out as far from the others as the map is from the points. An interval holds the value of a pixel with a probability of {confidence:.0%}, if the errors at the points are typical of the map.</source>
      <translation>Los puntos se apartaron tan lejos de los demás como el mapa lo está de los puntos. Un intervalo contiene el valor de un píxel con una probabilidad del {confidence:.0%}, si los errores en los puntos son típicos del mapa.</translation>
    </message>
    <message>
      <source>The map, and held-out values</source>
      <translation>El mapa y los valores apartados</translation>
    </message>
    <message>
      <source>the outputs {one} and {other} are one file, or share files</source>
      <translation>las salidas {one} y {other} son un mismo archivo, o comparten archivos</translation>
    </message>
    <message>
      <source>give each its own name</source>
      <translation>dé a cada una su propio nombre</translation>
    </message>
    <message>
      <source>the output {final} exists already</source>
      <translation>la salida {final} ya existe</translation>
    </message>
    <message>
      <source>give another name, or --overwrite to replace it</source>
      <translation>indique otro nombre en {Output}</translation>
    </message>
    <message>
      <source>{foreign} belongs to another file and would be taken for a part of {final}</source>
      <translation>{foreign} pertenece a otro archivo y se tomaría por una parte de {final}</translation>
    </message>
    <message>
      <source>{own} exists already, and would be taken for a part of {final}</source>
      <translation>{own} ya existe y se tomaría por una parte de {final}</translation>
    </message>
    <message>
      <source>the output {final} is an input of this job</source>
      <translation>la salida {final} es una entrada de esta tarea</translation>
    </message>
    <message>
      <source>the output {final} would replace {used}, which is an input of this job</source>
      <translation>la salida {final} sustituiría a {used}, que es una entrada de esta tarea</translation>
    </message>
    <message>
      <source>give another output name</source>
      <translation>dé otro nombre a la salida</translation>
    </message>
    <message>
      <source>the folder {final} is not empty</source>
      <translation>la carpeta {final} no está vacía</translation>
    </message>
    <message>
      <source>give another folder, or --overwrite to add to it</source>
      <translation>indique otra carpeta en {Output}</translation>
    </message>
    <message>
      <source>another output has the name {final} as well</source>
      <translation>otra salida también se llama {final}</translation>
    </message>
    <message>
      <source>another run is writing {final}</source>
      <translation>otra ejecución está escribiendo {final}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another name</source>
      <translation>espere a que termine, o indique otro nombre</translation>
    </message>
    <message>
      <source>An unfinished run was continued.</source>
      <translation>Se continuó una ejecución inacabada.</translation>
    </message>
    <message>
      <source>An unfinished run was not continued, as this has changed: {changed}.</source>
      <translation>No se continuó una ejecución inacabada, porque ha cambiado: {changed}.</translation>
    </message>
    <message>
      <source>free some space or choose another disk</source>
      <translation>libere espacio o elija otro disco</translation>
    </message>
    <message>
      <source>no chips in {name}</source>
      <translation>no hay recortes en {name}</translation>
    </message>
    <message>
      <source>give a folder or a zip with rasters: {rasters}</source>
      <translation>indique una carpeta o un zip con rásteres: {rasters}</translation>
    </message>
    <message>
      <source>{path} is no readable zip: {error}</source>
      <translation>{path} no es un zip legible: {error}</translation>
    </message>
    <message>
      <source>download it again</source>
      <translation>descárguelo de nuevo</translation>
    </message>
    <message>
      <source>a chip holds fill</source>
      <translation>un recorte contiene relleno</translation>
    </message>
    <message>
      <source>{count:,} chips hold fill</source>
      <translation>{count:,} recortes contienen relleno</translation>
    </message>
    <message>
      <source>{what} that no file declares, and it counts as nodata ({name}: {fill}). Give --nodata none if it was measured.</source>
      <translation>{what} que ningún archivo declara, y cuenta como sin datos ({name}: {fill}). Diga en {Nodata} si se midió.</translation>
    </message>
    <message>
      <source>{kind} {share:.1%}</source>
      <translation>{kind} {share:.1%}</translation>
    </message>
    <message>
      <source>expected an extent of xmin,ymin,xmax,ymax; found {extent}</source>
      <translation>se esperaba una extensión xmin,ymin,xmax,ymax; se encontró {extent}</translation>
    </message>
    <message>
      <source>the scene's extent is {whole}</source>
      <translation>la extensión de la escena es {whole}</translation>
    </message>
    <message>
      <source>the extent {extent} lies outside the scene</source>
      <translation>la extensión {extent} queda fuera de la escena</translation>
    </message>
    <message>
      <source>product's metadata</source>
      <translation>metadatos del producto</translation>
    </message>
    <message>
      <source>give {options}</source>
      <translation>responda: {options}</translation>
    </message>
    <message>
      <source>{hint}, after its name: --with {name},…</source>
      <translation>{hint}; responda para la capa {name}</translation>
    </message>
    <message>
      <source>no pixel is valid in all bands: nodata, NaN or masked</source>
      <translation>ningún píxel es válido en todas las bandas: sin datos, NaN o enmascarado</translation>
    </message>
    <message>
      <source>check the scene's nodata value</source>
      <translation>compruebe el valor sin datos de la escena</translation>
    </message>
    <message>
      <source>expected fill to be {answers}; found '{fill}'</source>
      <translation>se esperaba que fill fuera {answers}; se encontró «{fill}»</translation>
    </message>
    <message>
      <source>leave it out to be asked</source>
      <translation>omítalo para que se le pregunte</translation>
    </message>
    <message>
      <source>holds no valid pixel</source>
      <translation>no contiene ningún píxel válido</translation>
    </message>
    <message>
      <source>{fill}: this looks like fill that the file does not declare</source>
      <translation>{fill}: parece un relleno que el archivo no declara</translation>
    </message>
    <message>
      <source>--nodata {answer}, or --nodata none if they were measured</source>
      <translation>en {Nodata}, si son valores sin datos ({answer}) o se midieron (none)</translation>
    </message>
    <message>
      <source>they name no band</source>
      <translation>no nombran ninguna banda</translation>
    </message>
    <message>
      <source>cannot make sense of the metadata of {name} ({why})</source>
      <translation>los metadatos de {name} no tienen sentido ({why})</translation>
    </message>
    <message>
      <source>copy or download the product again</source>
      <translation>copie o descargue el producto de nuevo</translation>
    </message>
    <message>
      <source>{name} holds {count} products ({shown})</source>
      <translation>{name} contiene {count} productos ({shown})</translation>
    </message>
    <message>
      <source>give one of them; engine batch maps each as a scene of its own</source>
      <translation>dé uno de ellos; engine batch cartografía cada uno como una escena propia</translation>
    </message>
    <message>
      <source>{name} has no layer of {kinds}</source>
      <translation>{name} no tiene capa de {kinds}</translation>
    </message>
    <message>
      <source>leave out --mask; make a nodata value of what you mask yourself</source>
      <translation>deje la máscara vacía; dé un valor sin datos a lo que enmascare usted</translation>
    </message>
    <message>
      <source>the product's metadata names {count} bands; {name} has {found}</source>
      <translation>los metadatos del producto nombran {count} bandas; {name} tiene {found}</translation>
    </message>
    <message>
      <source>download the product again</source>
      <translation>descargue de nuevo el producto</translation>
    </message>
    <message>
      <source>cannot read the metadata {name}: {why}</source>
      <translation>no se pueden leer los metadatos {name}: {why}</translation>
    </message>
    <message>
      <source>it is cut off, damaged or no whole product; download it again</source>
      <translation>está cortado, dañado o no es un producto completo; descárguelo de nuevo</translation>
    </message>
    <message>
      <source>no measurement</source>
      <translation>sin medición</translation>
    </message>
    <message>
      <source>no mask is called '{word}'</source>
      <translation>ninguna máscara se llama «{word}»</translation>
    </message>
    <message>
      <source>give --mask {none}, or some of {kinds}</source>
      <translation>dé como máscara {none}, o algunos de {kinds}</translation>
    </message>
    <message>
      <source>{name} lacks {file}, which its metadata names</source>
      <translation>a {name} le falta {file}, que nombran sus metadatos</translation>
    </message>
    <message>
      <source>download it again, into the same folder</source>
      <translation>descárguelo de nuevo, en la misma carpeta</translation>
    </message>
    <message>
      <source>{name} has no mask beside it that can be read, so clouds are not masked</source>
      <translation>Junto a {name} no hay ninguna máscara legible, por lo que las nubes no se enmascaran</translation>
    </message>
    <message>
      <source>{name} is cut off or damaged</source>
      <translation>{name} está cortado o dañado</translation>
    </message>
    <message>
      <source>{name} names {count} wavelengths; its cube has {found} bands</source>
      <translation>{name} indica {count} longitudes de onda; su cubo tiene {found} bandas</translation>
    </message>
    <message>
      <source>{name} holds no surface reflectance of EMIT</source>
      <translation>{name} no contiene reflectancia de superficie de EMIT</translation>
    </message>
    <message>
      <source>give {file}</source>
      <translation>dé {file}</translation>
    </message>
    <message>
      <source>download {file}, and give that</source>
      <translation>descargue {file} y dé ese archivo</translation>
    </message>
    <message>
      <source>{mask} has {found} lines and samples, {name} {count}</source>
      <translation>{mask} tiene {found} líneas y columnas, {name} {count}</translation>
    </message>
    <message>
      <source>download both again</source>
      <translation>descargue ambos de nuevo</translation>
    </message>
    <message>
      <source>the lookup table of {name} names pixels that the image does not have</source>
      <translation>la tabla de correspondencia de {name} indica píxeles que la imagen no tiene</translation>
    </message>
    <message>
      <source>{name} does not say where its grid lies (attributes {attributes})</source>
      <translation>{name} no dice dónde está su cuadrícula (atributos {attributes})</translation>
    </message>
    <message>
      <source>{name} is PRISMA {level}: its pixels lie as the sensor saw them, on no map grid</source>
      <translation>{name} es PRISMA {level}: sus píxeles están como los vio el sensor, en ninguna cuadrícula de mapa</translation>
    </message>
    <message>
      <source>download the L2D product of the same scene</source>
      <translation>descargue el producto L2D de la misma escena</translation>
    </message>
    <message>
      <source>{name} does not say wavelengths and scale of its {detector} bands</source>
      <translation>{name} no dice las longitudes de onda y la escala de sus bandas {detector}</translation>
    </message>
    <message>
      <source>{name} names {count} bands; no axis of its cube is as long</source>
      <translation>{name} indica {count} bandas; ningún eje de su cubo tiene esa longitud</translation>
    </message>
    <message>
      <source>{array} of {name} has another size than the rest of it</source>
      <translation>{array} de {name} tiene otro tamaño que el resto</translation>
    </message>
    <message>
      <source>{name} does not say its reference system (attribute {attribute})</source>
      <translation>{name} no dice su sistema de referencia (atributo {attribute})</translation>
    </message>
    <message>
      <source>{name} does not say where its corners lie (attributes {attributes})</source>
      <translation>{name} no dice dónde están sus esquinas (atributos {attributes})</translation>
    </message>
    <message>
      <source>{name} is in radar geometry: only ground control points place it</source>
      <translation>{name} está en geometría de radar: solo puntos de control lo sitúan</translation>
    </message>
    <message>
      <source>terrain-correct it first, with SNAP (Range Doppler Terrain Correction) or as an RTC product of ASF</source>
      <translation>corrija primero el terreno, con SNAP (Range Doppler Terrain Correction) o como producto RTC de la ASF</translation>
    </message>
    <message>
      <source>{name} lacks the image of {band}, which its metadata names</source>
      <translation>a {name} le falta la imagen de {band}, que nombran sus metadatos</translation>
    </message>
    <message>
      <source>download the product again; to do without the band, give the folder IMG_DATA in it</source>
      <translation>descargue de nuevo el producto; para prescindir de la banda, dé su carpeta IMG_DATA</translation>
    </message>
    <message>
      <source>no asset of the STAC item {name} is a band</source>
      <translation>ningún archivo del elemento STAC {name} es una banda</translation>
    </message>
    <message>
      <source>give the raster itself, or another item</source>
      <translation>dé el ráster mismo, u otro elemento</translation>
    </message>
    <message>
      <source>{name} lacks its factors</source>
      <translation>a {name} le faltan sus factores</translation>
    </message>
    <message>
      <source>download {file} beside it</source>
      <translation>descargue {file} en la misma carpeta</translation>
    </message>
    <message>
      <source>{name} does not say where it lies: its land mask does</source>
      <translation>{name} no dice dónde está; lo dice su máscara de tierra</translation>
    </message>
    <message>
      <source>download {file} from the folder {folder}, beside it</source>
      <translation>descargue {file} de la carpeta {folder}, junto a él</translation>
    </message>
    <message>
      <source>{name} and its land mask have different sizes</source>
      <translation>{name} y su máscara de tierra tienen tamaños distintos</translation>
    </message>
    <message>
      <source>cannot read the array {name}</source>
      <translation>no se puede leer la matriz {name}</translation>
    </message>
    <message>
      <source>{name} holds {count} rasters, of which {most} can be joined here</source>
      <translation>{name} contiene {count} rásteres, de los que aquí se pueden unir {most}</translation>
    </message>
    <message>
      <source>join them first: gdalbuildvrt {name}.vrt {name}/*.tif; then give {name}.vrt</source>
      <translation>únalas primero: gdalbuildvrt {name}.vrt {name}/*.tif; luego dé {name}.vrt</translation>
    </message>
    <message>
      <source>the tiles in {name} have masks of their own</source>
      <translation>las teselas de {name} tienen máscaras propias</translation>
    </message>
    <message>
      <source>mosaic of {count} tiles</source>
      <translation>mosaico de {count} teselas</translation>
    </message>
    <message>
      <source>unpacking the product</source>
      <translation>desempaquetando el producto</translation>
    </message>
    <message>
      <source>cannot unpack {name} into {folder}: {why}</source>
      <translation>no se puede desempaquetar {name} en {folder}: {why}</translation>
    </message>
    <message>
      <source>free some space there; what lies there may be deleted</source>
      <translation>libere espacio allí; lo que hay allí se puede borrar</translation>
    </message>
    <message>
      <source>about {need} MB are needed, and {free} are free</source>
      <translation>se necesitan unos {need} MB y hay {free} libres</translation>
    </message>
    <message>
      <source>{size:.1f} MB in {folder}, made once and used again</source>
      <translation>{size:.1f} MB en {folder}, creado una vez y reutilizado</translation>
    </message>
    <message>
      <source>rows {first} to {last}</source>
      <translation>filas {first} a {last}</translation>
    </message>
    <message>
      <source>rows {top} to {bottom}, columns {left} to {right}</source>
      <translation>filas {top} a {bottom}, columnas {left} a {right}</translation>
    </message>
    <message>
      <source>top-of-atmosphere reflectance</source>
      <translation>reflectancia en el techo de la atmósfera</translation>
    </message>
    <message>
      <source>surface reflectance</source>
      <translation>reflectancia de superficie</translation>
    </message>
    <message>
      <source>The sources are not of one processing level: {listed}. Some of what differs between them is no change on the ground.</source>
      <translation>Las fuentes no son de un mismo nivel de procesamiento: {listed}. Parte de lo que difiere entre ellas no es un cambio en el terreno.</translation>
    </message>
    <message>
      <source>{name} ({what})</source>
      <translation>{name} ({what})</translation>
    </message>
    <message>
      <source>{one} is from {when} and {other} from {then}, and both were read as {unit}: from {since} on, ESA adds 1000 to Sentinel-2 numbers. Check the units of both.</source>
      <translation>{one} es de {when} y {other} de {then}, y ambas se leyeron como {unit}: desde {since}, la ESA suma 1000 a los valores de Sentinel-2. Compruebe las unidades de ambas.</translation>
    </message>
    <message>
      <source>{name} is given twice</source>
      <translation>{name} se da dos veces</translation>
    </message>
    <message>
      <source>give each source once</source>
      <translation>dé cada fuente una vez</translation>
    </message>
    <message>
      <source>{other} covers {share:.0%} of {first}; half of it is needed</source>
      <translation>{other} cubre {share:.0%} de {first}; hace falta la mitad</translation>
    </message>
    <message>
      <source>give sources of one place, or cut the scene to what they share</source>
      <translation>dé fuentes de un mismo lugar, o recorte la escena a lo que comparten</translation>
    </message>
    <message>
      <source>{name} has no CRS, so nothing says where it lies</source>
      <translation>{name} no tiene SRC: nada dice dónde está</translation>
    </message>
    <message>
      <source>assign one, or give --crs</source>
      <translation>asigne uno a la capa</translation>
    </message>
    <message>
      <source>{name} cannot be brought into the CRS of the scene</source>
      <translation>{name} no se puede llevar al SRC de la escena</translation>
    </message>
    <message>
      <source>give sources of one place</source>
      <translation>dé fuentes de un mismo lugar</translation>
    </message>
    <message>
      <source>{name} has fill that no single value tells, which cannot be kept beside other sources</source>
      <translation>{name} tiene un relleno que ningún valor único indica y que no se puede conservar junto a otras fuentes</translation>
    </message>
    <message>
      <source>give it a nodata value first: gdalwarp -dstnodata 0 {name} OUT.tif</source>
      <translation>dele primero un valor sin datos: gdalwarp -dstnodata 0 {name} OUT.tif</translation>
    </message>
    <message>
      <source>{titles} differ in year or version: their numbers are not alike.</source>
      <translation>{titles} difieren en el año o la versión: sus números no son comparables.</translation>
    </message>
    <message>
      <source>expected --grid to be the name of a source or a number of metres; found {grid}</source>
      <translation>la cuadrícula debe ser el nombre de una fuente o un número de metros; se encontró {grid}</translation>
    </message>
    <message>
      <source>leave it out for the grid of the scene, which must have a projected CRS for metres</source>
      <translation>déjela vacía para la cuadrícula de la escena; para metros su SRC debe ser proyectado</translation>
    </message>
    <message>
      <source>{scene}: {wrong}</source>
      <translation>{scene}: {wrong}</translation>
    </message>
    <message>
      <source>give the image that the classes were made from</source>
      <translation>indique la imagen de la que se obtuvieron las clases</translation>
    </message>
    <message>
      <source>{name} holds classes ({classes}) and no measurements</source>
      <translation>{name} contiene clases ({classes}) y no medidas</translation>
    </message>
    <message>
      <source>{name} holds classes (it is a thematic layer) and no measurements</source>
      <translation>{name} contiene clases (es una capa temática) y no medidas</translation>
    </message>
    <message>
      <source>{name} is styled as classes by {style}</source>
      <translation>{name} se representa en clases por {style}</translation>
    </message>
    <message>
      <source>{give}; if these are measurements, remove {style}</source>
      <translation>{give}; si son medidas, elimine {style}</translation>
    </message>
    <message>
      <source>{name} holds numbers of the colours in a palette and no measurements</source>
      <translation>{name} contiene números de colores de una paleta y no medidas</translation>
    </message>
    <message>
      <source>expand the palette of a picture: {command}; a map of classes is no scene</source>
      <translation>expanda la paleta de una imagen: {command}; un mapa de clases no es una escena</translation>
    </message>
    <message>
      <source>expected nodata as ranges from a lower to a higher number; found {found}</source>
      <translation>se esperaban valores sin datos como intervalos de un número menor a uno mayor; se encontró {found}</translation>
    </message>
    <message>
      <source>give --nodata LOW:HIGH; NaN is nodata anyway</source>
      <translation>ajústelos en Transparencia en las propiedades de la capa; NaN es sin datos de todos modos</translation>
    </message>
    <message>
      <source>1 % of a band would reflect {value:.2f} or less</source>
      <translation>el 1 % de una banda reflejaría {value:.2f} o menos</translation>
    </message>
    <message>
      <source>the brightest percent would reflect {value:.3g}</source>
      <translation>el uno por ciento más claro reflejaría {value:.3g}</translation>
    </message>
    <message>
      <source>land would reflect {value:.3g} in the infrared</source>
      <translation>el terreno reflejaría {value:.3g} en el infrarrojo</translation>
    </message>
    <message>
      <source>air alone reflects more than {value:.3f} at 443 nm</source>
      <translation>solo el aire refleja más de {value:.3f} a 443 nm</translation>
    </message>
    <message>
      <source>the cirrus band would see one even veil of 0.1 everywhere</source>
      <translation>la banda de cirros vería en todas partes un velo uniforme de 0,1</translation>
    </message>
    <message>
      <source>{share:g} % of the scene ({pixels:,} pixels)</source>
      <translation>el {share:g} % de la escena ({pixels:,} píxeles)</translation>
    </message>
    <message>
      <source>about {share:g} % of the scene (about {pixels:,} pixels)</source>
      <translation>aproximadamente el {share:g} % de la escena (unos {pixels:,} píxeles)</translation>
    </message>
    <message>
      <source>{part} are {held} and touch the border</source>
      <translation>{part} vale {held} y toca el borde</translation>
    </message>
    <message>
      <source>{part} are {held} and lie in one piece</source>
      <translation>{part} vale {held} y está en una sola pieza</translation>
    </message>
    <message>
      <source>{values} in band {band}</source>
      <translation>{values} en la banda {band}</translation>
    </message>
    <message>
      <source>{values} in bands {bands}</source>
      <translation>{values} en las bandas {bands}</translation>
    </message>
    <message>
      <source>from processing baseline 04.00 on ({date}), ESA adds 1000 to Sentinel-2 numbers, also to older scenes that it processed again (Collection 1); services that harmonise take it off again</source>
      <translation>desde la versión de procesamiento (baseline) 04.00 ({date}), la ESA suma 1000 a los valores de Sentinel-2, también en escenas más antiguas que volvió a procesar (Collection 1); los servicios que armonizan lo restan</translation>
    </message>
    <message>
      <source>uncalibrated decibels</source>
      <translation>decibelios sin calibrar</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>decibelios</translation>
    </message>
    <message>
      <source>8 bit as 0 to 1</source>
      <translation>8 bits de 0 a 1</translation>
    </message>
    <message>
      <source>counts</source>
      <translation>cuentas</translation>
    </message>
    <message>
      <source>unknown scale</source>
      <translation>escala desconocida</translation>
    </message>
    <message>
      <source>reflectance</source>
      <translation>reflectancia</translation>
    </message>
    <message>
      <source>features</source>
      <translation>características</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>metros</translation>
    </message>
    <message>
      <source>'{asked}' is no unit of {sensor}</source>
      <translation>«{asked}» no es una unidad de {sensor}</translation>
    </message>
    <message>
      <source>give --units {units}</source>
      <translation>elija las unidades en {Units} ({units})</translation>
    </message>
    <message>
      <source>the values cannot be in unit '{asked}': {problem}</source>
      <translation>los valores no pueden estar en la unidad «{asked}»: {problem}</translation>
    </message>
    <message>
      <source>the {source} says {unit}, but {problem}</source>
      <translation>{source} dice {unit}, pero {problem}</translation>
    </message>
    <message>
      <source>8-bit numbers</source>
      <translation>números de 8 bits</translation>
    </message>
    <message>
      <source>{text}; {likely} is likely: the scene is from {when} ({source})</source>
      <translation>{text}; es probable {likely}: la escena es de {when} ({source})</translation>
    </message>
    <message>
      <source>bands' scale and offset</source>
      <translation>escala y desplazamiento de las bandas</translation>
    </message>
    <message>
      <source>tag '{name}'</source>
      <translation>etiqueta «{name}»</translation>
    </message>
    <message>
      <source>the bands have scales and offsets of their own: {listed}</source>
      <translation>las bandas tienen escalas y desplazamientos propios: {listed}</translation>
    </message>
    <message>
      <source>they run from {low:.4g} to {high:.4g}</source>
      <translation>van de {low:.4g} a {high:.4g}</translation>
    </message>
    <message>
      <source>{span}, and power is never negative</source>
      <translation>{span}, y la potencia nunca es negativa</translation>
    </message>
    <message>
      <source>{span}, and backscatter in dB is mostly negative</source>
      <translation>{span}, y la retrodispersión en dB suele ser negativa</translation>
    </message>
    <message>
      <source>{span}, a reflectance of {low:.4g} to {high:.4g}</source>
      <translation>{span}, una reflectancia de {low:.4g} a {high:.4g}</translation>
    </message>
    <message>
      <source>too few valid pixels to tell dB, power and amplitude apart</source>
      <translation>muy pocos píxeles válidos para distinguir dB, potencia y amplitud</translation>
    </message>
    <message>
      <source>values: mostly negative, as power and amplitude never are</source>
      <translation>valores: casi todos negativos, como nunca lo son la potencia ni la amplitud</translation>
    </message>
    <message>
      <source>radar values from {low:.5g} to {high:.5g} look like decibels cast to unsigned 16-bit numbers</source>
      <translation>valores de radar de {low:.5g} a {high:.5g} parecen decibelios convertidos a números de 16 bits sin signo</translation>
    </message>
    <message>
      <source>{why}: export the scene again</source>
      <translation>{why}: exporte de nuevo la escena</translation>
    </message>
    <message>
      <source>radar values from {low:.4g} to {high:.4g} in no stated unit</source>
      <translation>valores de radar de {low:.4g} a {high:.4g} sin unidad indicada</translation>
    </message>
    <message>
      <source>radar values from {low:.4g} to {high:.4g} may be power or amplitude</source>
      <translation>valores de radar de {low:.4g} a {high:.4g} pueden ser potencia o amplitud</translation>
    </message>
    <message>
      <source>the product's definition says {unit}, but {problem}</source>
      <translation>la definición del producto dice {unit}, pero {problem}</translation>
    </message>
    <message>
      <source>not {unit}: {why}</source>
      <translation>no {unit}: {why}</translation>
    </message>
    <message>
      <source>product definition</source>
      <translation>definición del producto</translation>
    </message>
    <message>
      <source>{source} ({reasons})</source>
      <translation>{source} ({reasons})</translation>
    </message>
    <message>
      <source>{dtype} values from {low:.4g} to {high:.4g} may be {meanings}</source>
      <translation>valores {dtype} de {low:.4g} a {high:.4g} pueden ser: {meanings}</translation>
    </message>
    <message>
      <source>{dtype} values that fit no known unit</source>
      <translation>valores {dtype} que no encajan en ninguna unidad conocida</translation>
    </message>
    <message>
      <source>fractions below 1.5 are no counts</source>
      <translation>fracciones por debajo de 1,5 no son cuentas</translation>
    </message>
    <message>
      <source>signed numbers end at 32767</source>
      <translation>los números con signo terminan en 32767</translation>
    </message>
    <message>
      <source>{unit} (no reflectance)</source>
      <translation>{unit} (sin reflectancia)</translation>
    </message>
    <message>
      <source>{unit} (reflectance = DN x {scale:.4g})</source>
      <translation>{unit} (reflectancia = DN x {scale:.4g})</translation>
    </message>
    <message>
      <source>{unit} (reflectance = DN x {scale:.4g} {offset:+g})</source>
      <translation>{unit} (reflectancia = DN x {scale:.4g} {offset:+g})</translation>
    </message>
    <message>
      <source>--units {units}</source>
      <translation>las unidades, en {Units}: {units}</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} a {last}</translation>
    </message>
    <message>
      <source>tag {name}</source>
      <translation>etiqueta {name}</translation>
    </message>
    <message>
      <source>file name</source>
      <translation>nombre del archivo</translation>
    </message>
    <message>
      <source>layer name</source>
      <translation>nombre de la capa</translation>
    </message>
    <message>
      <source>Sentinel-1 C-band radar</source>
      <translation>Sentinel-1, radar de banda C</translation>
    </message>
    <message>
      <source>NAIP aerial RGBN</source>
      <translation>Imagen aérea NAIP RGBN</translation>
    </message>
    <message>
      <source>Aerial or drone camera, RGB, RGBN or panchromatic</source>
      <translation>Cámara aérea o de dron, RGB, RGBN o pancromática</translation>
    </message>
    <message>
      <source>Red, green, blue (and near infrared) imagery of unnamed origin</source>
      <translation>Imágenes en rojo, verde, azul (e infrarrojo cercano) de origen desconocido</translation>
    </message>
    <message>
      <source>EnMAP hyperspectral</source>
      <translation>EnMAP hiperespectral</translation>
    </message>
    <message>
      <source>MODIS land bands</source>
      <translation>Bandas terrestres de MODIS</translation>
    </message>
    <message>
      <source>Radar backscatter of unnamed origin</source>
      <translation>Retrodispersión de radar de origen desconocido</translation>
    </message>
    <message>
      <source>Optical imagery of unnamed origin</source>
      <translation>Imágenes ópticas de origen desconocido</translation>
    </message>
    <message>
      <source>Hyperspectral imagery</source>
      <translation>Imágenes hiperespectrales</translation>
    </message>
    <message>
      <source>Embeddings: features that a model made</source>
      <translation>Incrustaciones: características hechas por un modelo</translation>
    </message>
    <message>
      <source>Heights</source>
      <translation>Alturas</translation>
    </message>
    <message>
      <source>band {index} holds numbers of the colours in a palette, which are no measurements</source>
      <translation>la banda {index} contiene números de colores de una paleta, que no son medidas</translation>
    </message>
    <message>
      <source>leave it out: --bands {index}={unused}</source>
      <translation>déjela fuera en {Bands}</translation>
    </message>
    <message>
      <source>numbers of the colours in a palette</source>
      <translation>números de colores de una paleta</translation>
    </message>
    <message>
      <source>colour interpretation</source>
      <translation>interpretación del color</translation>
    </message>
    <message>
      <source>description</source>
      <translation>descripción</translation>
    </message>
    <message>
      <source>band {index} cannot be '{said}'</source>
      <translation>la banda {index} no puede ser «{said}»</translation>
    </message>
    <message>
      <source>name a band such as B04, red, VV or 665nm, or {unused}</source>
      <translation>indique una banda como B04, red, VV o 665nm, o {unused}</translation>
    </message>
    <message>
      <source>cannot read the list of wavelengths {path}</source>
      <translation>no se puede leer la lista de longitudes de onda {path}</translation>
    </message>
    <message>
      <source>give a text file, one wavelength a line</source>
      <translation>indique un archivo de texto, una longitud de onda por línea</translation>
    </message>
    <message>
      <source>expected NUMBER=NAME, found '{entry}'</source>
      <translation>se esperaba NÚMERO=NOMBRE; se encontró «{entry}»</translation>
    </message>
    <message>
      <source>write --bands 1=B02,2=665nm</source>
      <translation>dé nombre a las bandas en {Bands}</translation>
    </message>
    <message>
      <source>band {index} is named twice: '{one}' and '{other}'</source>
      <translation>la banda {index} se nombra dos veces: «{one}» y «{other}»</translation>
    </message>
    <message>
      <source>name each band once</source>
      <translation>nombre cada banda una vez</translation>
    </message>
    <message>
      <source>expected a band number, found '{found}'</source>
      <translation>se esperaba un número de banda; se encontró «{found}»</translation>
    </message>
    <message>
      <source>number bands from 1, as in --bands 1=B02</source>
      <translation>numere las bandas desde 1</translation>
    </message>
    <message>
      <source>ENVI header</source>
      <translation>cabecera ENVI</translation>
    </message>
    <message>
      <source>text</source>
      <translation>texto</translation>
    </message>
    <message>
      <source>{count} wavelengths</source>
      <translation>{count} longitudes de onda</translation>
    </message>
    <message>
      <source>the {source} lists {found} for {count} bands</source>
      <translation>{source}: {found} para {count} bandas</translation>
    </message>
    <message>
      <source>the list of bad bands (bbl) in the {source} does not fit {count} bands</source>
      <translation>la lista de bandas malas (bbl) no corresponde a {count} bandas ({source})</translation>
    </message>
    <message>
      <source>the band's tags</source>
      <translation>etiquetas de la banda</translation>
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
      <translation>ningún sensor se llama «{sensor}»</translation>
    </message>
    <message>
      <source>give --sensor with one of: {names}</source>
      <translation>elija en {Sensor} uno de: {names}</translation>
    </message>
    <message>
      <source>there is no band {number}: the scene has {count}</source>
      <translation>no hay banda {number}: la escena tiene {count}</translation>
    </message>
    <message>
      <source>number bands from 1 in --bands</source>
      <translation>numere las bandas desde 1</translation>
    </message>
    <message>
      <source>left out by the user</source>
      <translation>excluida por el usuario</translation>
    </message>
    <message>
      <source>give another --sensor than {sensor}, or correct the band with --bands</source>
      <translation>elija en {Sensor} un sensor distinto de {sensor}, o corrija la banda en {Bands}</translation>
    </message>
    <message>
      <source>band {number} is {found} (from {source}), which {sensor} does not have</source>
      <translation>la banda {number} es {found} (según: {source}), que {sensor} no tiene</translation>
    </message>
    <message>
      <source>bands {one} and {other} would both be {band} of {sensor}</source>
      <translation>las bandas {one} y {other} serían ambas {band} de {sensor}</translation>
    </message>
    <message>
      <source>marked as bad in {source}</source>
      <translation>marcada como mala ({source})</translation>
    </message>
    <message>
      <source>{band} is thermal: emitted, not reflected</source>
      <translation>{band} es térmica: emitida, no reflejada</translation>
    </message>
    <message>
      <source>every band is marked as bad</source>
      <translation>todas las bandas están marcadas como malas</translation>
    </message>
    <message>
      <source>wavelength ({source})</source>
      <translation>longitud de onda ({source})</translation>
    </message>
    <message>
      <source>transparency: used as the mask of valid pixels</source>
      <translation>transparencia: se usa como máscara de los píxeles válidos</translation>
    </message>
    <message>
      <source>'{name}' is not a spectral band</source>
      <translation>«{name}» no es una banda espectral</translation>
    </message>
    <message>
      <source>'{name}' names no band</source>
      <translation>«{name}» no nombra ninguna banda</translation>
    </message>
    <message>
      <source>nothing says what it is</source>
      <translation>nada dice qué es</translation>
    </message>
    <message>
      <source>{said}: name it with --bands {number}=NAME</source>
      <translation>{said}: diga en {Bands} qué es</translation>
    </message>
    <message>
      <source>no one sensor has bands called B{value}</source>
      <translation>ningún sensor por sí solo tiene bandas llamadas B{value}</translation>
    </message>
    <message>
      <source>the bands fit no one sensor: {problem}</source>
      <translation>las bandas no corresponden a un solo sensor: {problem}</translation>
    </message>
    <message>
      <source>user</source>
      <translation>usuario</translation>
    </message>
    <message>
      <source>--bands @wavelengths.txt (one wavelength in nm a line)</source>
      <translation>las longitudes de onda, cargadas de un archivo en {Bands}</translation>
    </message>
    <message>
      <source>{text} (one is called transparency but holds an image, so the colour interpretation proves nothing)</source>
      <translation>{text} (una se llama transparencia pero contiene una imagen, así que la interpretación del color no prueba nada)</translation>
    </message>
    <message>
      <source>--bands 1={name} (or {others})</source>
      <translation>qué es la banda, en {Bands}: {name} (o {others})</translation>
    </message>
    <message>
      <source>--bands {bands}</source>
      <translation>los nombres de las bandas, en {Bands}: {bands}</translation>
    </message>
    <message>
      <source>nothing says which band is which: {doubt}</source>
      <translation>nada dice qué banda es cuál: {doubt}</translation>
    </message>
    <message>
      <source>nothing says the wavelengths of the {count} bands</source>
      <translation>nada indica las longitudes de onda de las {count} bandas</translation>
    </message>
    <message>
      <source>nothing says what the band is</source>
      <translation>nada dice qué es la banda</translation>
    </message>
    <message>
      <source>nothing says which band is which</source>
      <translation>nada dice qué banda es cuál</translation>
    </message>
    <message>
      <source>{why} (no sure name of a band in {names})</source>
      <translation>{why} (ningún nombre seguro de banda en {names})</translation>
    </message>
    <message>
      <source>--bands NUMBER={unused},... for the bad bands (--bands 1={unused} leaves out band 1)</source>
      <translation>las bandas malas, excluidas en {Bands}</translation>
    </message>
    <message>
      <source>these</source>
      <translation>estos nombres</translation>
    </message>
    <message>
      <source>bands called {names} are other wavelengths on other sensors</source>
      <translation>las bandas llamadas {names} son otras longitudes de onda en otros sensores</translation>
    </message>
    <message>
      <source>--sensor {sensors}</source>
      <translation>el sensor, en {Sensor}: {sensors}</translation>
    </message>
    <message>
      <source>band {index} is called '{called}'</source>
      <translation>la banda {index} se llama «{called}»</translation>
    </message>
    <message>
      <source>bands {first} and {second} are both {name}</source>
      <translation>las bandas {first} y {second} son ambas {name}</translation>
    </message>
    <message>
      <source>the wavelengths are {listed} in the unit '{unit}'</source>
      <translation>las longitudes de onda son {listed} en la unidad «{unit}»</translation>
    </message>
    <message>
      <source>the wavelengths are {listed} without a unit</source>
      <translation>las longitudes de onda son {listed} sin unidad</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true o false</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un número entero</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>un número</translation>
    </message>
    <message>
      <source>null</source>
      <translation>null</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>una lista</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>un objeto</translation>
    </message>
    <message>
      <source>{what} has no field '{name}'</source>
      <translation>{what}: no existe el campo «{name}»</translation>
    </message>
    <message>
      <source>it has: {names}</source>
      <translation>existen: {names}</translation>
    </message>
    <message>
      <source>an object whose keys are each {kind}</source>
      <translation>un objeto cuyas claves son de este tipo: {kind}</translation>
    </message>
    <message>
      <source>an object whose values are each {kind}</source>
      <translation>un objeto cuyos valores son de este tipo: {kind}</translation>
    </message>
    <message>
      <source>{what} must be {expected}; found {found}</source>
      <translation>{what}: se esperaba {expected}; se encontró: {found}</translation>
    </message>
    <message>
      <source>'{name}' of {what} must be {expected}; found {found}</source>
      <translation>{what}: «{name}» debe ser {expected}; se encontró: {found}</translation>
    </message>
    <message>
      <source>correct '{name}'</source>
      <translation>corrija «{name}»</translation>
    </message>
    <message>
      <source>a list of {count}</source>
      <translation>una lista de {count}</translation>
    </message>
    <message>
      <source>an object of {names}</source>
      <translation>un objeto de {names}</translation>
    </message>
    <message>
      <source>a list, each {kind}</source>
      <translation>una lista, cada elemento {kind}</translation>
    </message>
    <message>
      <source>{what} lacks the field '{name}'</source>
      <translation>{what}: falta el campo «{name}»</translation>
    </message>
    <message>
      <source>add it</source>
      <translation>añádalo</translation>
    </message>
    <message>
      <source>all pixels of the scene are alike</source>
      <translation>todos los píxeles de la escena son iguales</translation>
    </message>
    <message>
      <source>check what counts as nodata, and the bands</source>
      <translation>compruebe qué cuenta como nodata y las bandas</translation>
    </message>
    <message>
      <source>the scene does not fall into {clusters} clusters</source>
      <translation>la escena no se divide en {clusters} grupos</translation>
    </message>
    <message>
      <source>ask for fewer: --classes {fewer}</source>
      <translation>pida menos: {fewer} clases</translation>
    </message>
    <message>
      <source>the engine's log</source>
      <translation>el registro del motor</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller extent or model</source>
      <translation>cierre otros programas, o elija una extensión o un modelo más pequeños</translation>
    </message>
    <message>
      <source>unexpected {what}</source>
      <translation>inesperado: {what}</translation>
    </message>
    <message>
      <source>this is a fault of the engine; {where} has the details</source>
      <translation>es un fallo del motor; detalles: {where}</translation>
    </message>
    <message>
      <source>expected a new job id, found {found}</source>
      <translation>se esperaba un identificador de tarea nuevo; se encontró {found}</translation>
    </message>
    <message>
      <source>the plugin and the engine differ: update both</source>
      <translation>el complemento y el motor difieren: actualice ambos</translation>
    </message>
    <message>
      <source>cannot go on from {path}: {why}</source>
      <translation>no se puede continuar desde {path}: {why}</translation>
    </message>
    <message>
      <source>start a new run, with another --out</source>
      <translation>inicie una ejecución nueva con otro nombre en {Output}</translation>
    </message>
    <message>
      <source>{count} chips of {table} are not in {sources}; the first: {first}</source>
      <translation>{count} recortes de {table} no están en {sources}; el primero: {first}</translation>
    </message>
    <message>
      <source>name chips by their path in the folder, their file's name or its stem</source>
      <translation>nombre los recortes por su ruta en la carpeta, el nombre del archivo o ese nombre sin extensión</translation>
    </message>
    <message>
      <source>{count} names in {table} are those of several chips; the first, {first}, of {chips}</source>
      <translation>{count} nombres de {table} corresponden a varios recortes; el primero, {first}, a {chips}</translation>
    </message>
    <message>
      <source>name chips by their path in the folder</source>
      <translation>nombre los recortes por su ruta en la carpeta</translation>
    </message>
    <message>
      <source>the table {path} cannot be read: {error}</source>
      <translation>no se puede leer la tabla {path}: {error}</translation>
    </message>
    <message>
      <source>give a CSV file with a header</source>
      <translation>indique un archivo CSV con encabezado</translation>
    </message>
    <message>
      <source>no column '{field}' in {path}; beside the names it has: {columns}</source>
      <translation>no hay columna «{field}» en {path}; junto a los nombres hay: {columns}</translation>
    </message>
    <message>
      <source>name it: --field</source>
      <translation>elíjala en {Field}</translation>
    </message>
    <message>
      <source>expected chips of two classes or more; found {classes}</source>
      <translation>se esperaban recortes de dos clases o más; se encontró {classes}</translation>
    </message>
    <message>
      <source>put the chips of each class into a folder of its name, or give a table to --labels</source>
      <translation>ponga los recortes de cada clase en una carpeta con su nombre, o elija una tabla en {Labels}</translation>
    </message>
    <message>
      <source>the chips differ in their bands</source>
      <translation>los recortes difieren en sus bandas</translation>
    </message>
    <message>
      <source>give chips of one product, or say which with --bands</source>
      <translation>indique recortes de un solo producto, o diga cuáles en {Bands}</translation>
    </message>
    <message>
      <source>all chips of a class lie in one place: nothing is left to check the model with</source>
      <translation>todos los recortes de una clase están en un mismo lugar: no queda nada para comprobar el modelo</translation>
    </message>
    <message>
      <source>add chips of this class from other places</source>
      <translation>añada recortes de esta clase de otros lugares</translation>
    </message>
    <message>
      <source>no chip holds a valid pixel</source>
      <translation>ningún recorte contiene un píxel válido</translation>
    </message>
    <message>
      <source>check their nodata value</source>
      <translation>compruebe su valor sin datos</translation>
    </message>
    <message>
      <source>no pixel of the label raster {path} with a value lies on the scene {name}</source>
      <translation>ningún píxel con valor del ráster de etiquetas {path} cae en la escena {name}</translation>
    </message>
    <message>
      <source>give a label raster of this scene</source>
      <translation>indique un ráster de etiquetas de esta escena</translation>
    </message>
    <message>
      <source>expected one band of values in the label raster {labels}; found {bands}</source>
      <translation>se esperaba una banda de valores en el ráster de etiquetas {labels}; hay {bands}</translation>
    </message>
    <message>
      <source>write the band that holds the labels into a file of its own; the colours of a picture are no labels</source>
      <translation>escriba la banda con las etiquetas en un archivo propio; los colores de una imagen no son etiquetas</translation>
    </message>
    <message>
      <source>{height} x {width} pixels</source>
      <translation>{height} x {width} píxeles</translation>
    </message>
    <message>
      <source>the label raster {labels} ({size}) has a CRS, the scene {scene} ({expected}) has none</source>
      <translation>el ráster de etiquetas {labels} ({size}) tiene SRC, la escena {scene} ({expected}) no</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE; without a place on the ground, give labels on its own grid</source>
      <translation>establezca el SRC de la escena con Capa &gt; Establecer SRC de la capa(s); sin lugar en el terreno, indique etiquetas en su propia malla</translation>
    </message>
    <message>
      <source>the label raster {labels} has no CRS, and {size} where the scene {scene} has {expected}</source>
      <translation>el ráster de etiquetas {labels} no tiene SRC, y {size} donde la escena {scene} tiene {expected}</translation>
    </message>
    <message>
      <source>give a label raster on the scene's own grid, or assign it its CRS and place</source>
      <translation>indique un ráster de etiquetas en la malla de la escena, o asígnele su SRC y su lugar</translation>
    </message>
    <message>
      <source>no such labels: {labels}</source>
      <translation>no existen esas etiquetas: {labels}</translation>
    </message>
    <message>
      <source>expected one label raster for {scene} in {folder}, such as {example}; found {names}</source>
      <translation>se esperaba un ráster de etiquetas para {scene} en {folder}, como {example}; se encontró {names}</translation>
    </message>
    <message>
      <source>name the label rasters after their scenes</source>
      <translation>nombre los rásteres de etiquetas según sus escenas</translation>
    </message>
    <message>
      <source>no label is {missing}; there are {there}</source>
      <translation>ninguna etiqueta es {missing}; hay {there}</translation>
    </message>
    <message>
      <source>name some of those in --classes</source>
      <translation>elija algunas de ellas como clases</translation>
    </message>
    <message>
      <source>expected labels of two classes or more; found {there}</source>
      <translation>se esperaban etiquetas de dos clases o más; se encontró {there}</translation>
    </message>
    <message>
      <source>name a second one in --classes</source>
      <translation>elija una segunda clase</translation>
    </message>
    <message>
      <source>{name} has {count:,} cells of {cell_px} pixels, too many to look for labels in</source>
      <translation>{name} tiene {count:,} celdas de {cell_px} píxeles, demasiadas para buscar etiquetas en ellas</translation>
    </message>
    <message>
      <source>give chips of more pixels, or cut the scene to the labelled part</source>
      <translation>tome recortes de más píxeles, o recorte la escena a la parte etiquetada</translation>
    </message>
    <message>
      <source>all labels lie within {cell_px} pixels of each other: nothing is left to check the model with</source>
      <translation>todas las etiquetas están a menos de {cell_px} píxeles entre sí: no queda nada para comprobar el modelo</translation>
    </message>
    <message>
      <source>label places further apart</source>
      <translation>etiquete lugares más separados</translation>
    </message>
    <message>
      <source>Fine-tuning {name}</source>
      <translation>Ajuste: {name}</translation>
    </message>
    <message>
      <source>held-out places, pixels</source>
      <translation>lugares apartados, píxeles</translation>
    </message>
    <message>
      <source>held-out chips</source>
      <translation>recortes apartados</translation>
    </message>
    <message>
      <source>out of memory with {batch} chips at once</source>
      <translation>memoria insuficiente para {batch} recortes a la vez</translation>
    </message>
    <message>
      <source>give --batch {chips}</source>
      <translation>ponga {Chips} en {chips}</translation>
    </message>
    <message>
      <source>the loss of step {step} is no finite number</source>
      <translation>la pérdida en el paso {step} no es un número finito</translation>
    </message>
    <message>
      <source>give --lr {rate:.1g}</source>
      <translation>ponga {LearningRate} en {rate:.1g}</translation>
    </message>
    <message>
      <source>the best weights of the run are gone: {error}</source>
      <translation>han desaparecido los mejores pesos de la ejecución: {error}</translation>
    </message>
    <message>
      <source>start the run again</source>
      <translation>inicie de nuevo la ejecución</translation>
    </message>
    <message>
      <source>Only 1 label was held out, so the scores are rough</source>
      <translation>Solo se reservó 1 etiqueta, así que las puntuaciones son aproximadas</translation>
    </message>
    <message>
      <source>Only {count} labels were held out, so the scores are rough</source>
      <translation>Solo se apartaron {count} etiquetas, así que las puntuaciones son aproximadas</translation>
    </message>
    <message>
      <source>{rough}; to map a scene from few labels, classify it instead</source>
      <translation>{rough}; para hacer el mapa de una escena con pocas etiquetas, clasifíquela</translation>
    </message>
    <message>
      <source>{name} has no held-out labels, so no score counts it: label it in more places.</source>
      <translation>{name} no tiene etiquetas apartadas, así que ninguna puntuación la cuenta: etiquétela en más lugares.</translation>
    </message>
    <message>
      <source>no labels were named</source>
      <translation>no se indicaron etiquetas</translation>
    </message>
    <message>
      <source>give a vector file, a label raster, or a folder of them</source>
      <translation>indique un archivo vectorial, un ráster de etiquetas, o una carpeta con ellos</translation>
    </message>
    <message>
      <source>No held-out place shows {classes}: nothing is known of how well it is mapped.</source>
      <translation>Ningún lugar apartado muestra {classes}: no se sabe nada de cómo de bien se cartografía.</translation>
    </message>
    <message>
      <source>no label of {classes} lies on data of the scenes</source>
      <translation>ninguna etiqueta de {classes} cae sobre datos de las escenas</translation>
    </message>
    <message>
      <source>take it out of --classes</source>
      <translation>quítela de las clases</translation>
    </message>
    <message>
      <source>Classes left out, without a label on data of the scenes: {count} ({classes}).</source>
      <translation>Clases excluidas, sin etiqueta sobre datos de las escenas: {count} ({classes}).</translation>
    </message>
    <message>
      <source>The pixel size of {scene} is unknown; the model was told 10 m.</source>
      <translation>No se conoce el tamaño de píxel de {scene}; al modelo se le dijo 10 m.</translation>
    </message>
    <message>
      <source>{scene}: {fill}; they count as nodata.</source>
      <translation>{scene}: {fill}; cuentan como sin datos.</translation>
    </message>
    <message>
      <source>a regression learns numbers and has no classes</source>
      <translation>una regresión aprende números y no tiene clases</translation>
    </message>
    <message>
      <source>leave --classes out</source>
      <translation>omita las clases</translation>
    </message>
    <message>
      <source>expected numbers in '{field}'; found '{value}'</source>
      <translation>se esperaban números en «{field}»; se encontró «{value}»</translation>
    </message>
    <message>
      <source>name another field: --field NAME</source>
      <translation>elija otro campo en {Field}</translation>
    </message>
    <message>
      <source>Nothing fixes the scale of these numbers, so {model} saw them relative to the training set.</source>
      <translation>Nada fija la escala de estos números; por eso {model} los vio en relación con el conjunto de entrenamiento.</translation>
    </message>
    <message>
      <source>--classes is for the labels of pixels</source>
      <translation>la elección de clases es para las etiquetas de píxeles</translation>
    </message>
    <message>
      <source>leave it out, and rename the chips' classes</source>
      <translation>omítalo y cambie el nombre de las clases de los recortes</translation>
    </message>
    <message>
      <source>a chip has several classes, or none</source>
      <translation>un recorte tiene varias clases, o ninguna</translation>
    </message>
    <message>
      <source>give --task multilabel</source>
      <translation>elija «multilabel» en {Task}</translation>
    </message>
    <message>
      <source>The chips have no place on the ground: what was held out was drawn by chance.</source>
      <translation>Los recortes no tienen lugar en el terreno: lo que se apartó se eligió al azar.</translation>
    </message>
    <message>
      <source>{folder} exists and is no run</source>
      <translation>{folder} existe y no es una ejecución</translation>
    </message>
    <message>
      <source>give another --out</source>
      <translation>indique otro nombre en {Output}</translation>
    </message>
    <message>
      <source>{folder} holds {what}</source>
      <translation>{folder} contiene {what}</translation>
    </message>
    <message>
      <source>give another --out, or --overwrite to replace it</source>
      <translation>indique otro nombre en {Output}</translation>
    </message>
    <message>
      <source>{folder} holds an input of this job, {path}</source>
      <translation>{folder} contiene una entrada de esta tarea, {path}</translation>
    </message>
    <message>
      <source>another run is training in {folder}</source>
      <translation>otra ejecución está entrenando en {folder}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another --out</source>
      <translation>espere a que termine, o indique otro nombre en {Output}</translation>
    </message>
    <message>
      <source>choose one you may write to</source>
      <translation>elija una en la que pueda escribir</translation>
    </message>
    <message>
      <source>a finished model</source>
      <translation>un modelo terminado</translation>
    </message>
    <message>
      <source>a run that cannot be read</source>
      <translation>una ejecución que no se puede leer</translation>
    </message>
    <message>
      <source>an unfinished run of another request</source>
      <translation>una ejecución inacabada de otra petición</translation>
    </message>
    <message>
      <source>an unfinished run of files that have changed since ({changed})</source>
      <translation>una ejecución inacabada de archivos que han cambiado desde entonces ({changed})</translation>
    </message>
    <message>
      <source>expected a mode of {modes}; found '{mode}'</source>
      <translation>se esperaba uno de los modos {modes}; se encontró «{mode}»</translation>
    </message>
    <message>
      <source>give one of them</source>
      <translation>indique uno de ellos</translation>
    </message>
    <message>
      <source>expected 1 or more {name}; found {found}</source>
      <translation>se esperaba 1 o más {name}; se encontró {found}</translation>
    </message>
    <message>
      <source>correct {name}</source>
      <translation>corrija {name}</translation>
    </message>
    <message>
      <source>the head upernet normalises over the chips of a step, and of 1 chip there is nothing to normalise</source>
      <translation>la cabeza upernet normaliza sobre los recortes de un paso, y con 1 recorte no hay nada que normalizar</translation>
    </message>
    <message>
      <source>give --batch 2, or another --head</source>
      <translation>ponga {Chips} en 2, o elija otra cabeza</translation>
    </message>
    <message>
      <source>expected a rate between 0 and 1, patience and seed of 0 or more; found {lr:g}, {patience}, {seed}</source>
      <translation>se esperaba una tasa entre 0 y 1, y paciencia y semilla de 0 o más; se encontró {lr:g}, {patience}, {seed}</translation>
    </message>
    <message>
      <source>expected a task of {tasks}; found '{task}'</source>
      <translation>se esperaba una de las tareas {tasks}; se encontró «{task}»</translation>
    </message>
    <message>
      <source>give one to --task</source>
      <translation>elija una en {Task}</translation>
    </message>
    <message>
      <source>expected a head of {heads} for {task}; found '{head}'</source>
      <translation>se esperaba una de las cabezas {heads} para {task}; se encontró «{head}»</translation>
    </message>
    <message>
      <source>give one</source>
      <translation>indique una</translation>
    </message>
    <message>
      <source>{name}: {low:.3g} (dark) to {high:.3g} (bright)</source>
      <translation>{name}: de {low:.3g} (oscuro) a {high:.3g} (claro)</translation>
    </message>
    <message>
      <source>score</source>
      <translation>puntuación</translation>
    </message>
    <message>
      <source>best {metric} {score:.3f} at step {step:,}</source>
      <translation>mejor {metric} {score:.3f} en el paso {step:,}</translation>
    </message>
    <message>
      <source>Loss: learnt from, and held out (dots)</source>
      <translation>Pérdida: aprendida y apartada (puntos)</translation>
    </message>
    <message>
      <source>{metric} on held-out places</source>
      <translation>{metric} en lugares apartados</translation>
    </message>
    <message>
      <source>step</source>
      <translation>paso</translation>
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
      <source>S&amp;tart</source>
      <translation>Empe&amp;zar</translation>
    </message>
    <message>
      <source>Go to layers, classes and labels</source>
      <translation>Ir a capas, clases y etiquetas</translation>
    </message>
    <message>
      <source>Rep&amp;air</source>
      <translation>Re&amp;parar</translation>
    </message>
    <message>
      <source>Install the engine afresh; the present one is kept until the new one is proven</source>
      <translation>Instalar el motor de nuevo; el actual se conserva hasta comprobar el nuevo</translation>
    </message>
    <message>
      <source>Remove</source>
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
      <source>Private e&amp;nvironment (recommended)</source>
      <translation>E&amp;ntorno privado (recomendado)</translation>
    </message>
    <message>
      <source>pip fetches the engine's packages into a folder of their own</source>
      <translation>pip descarga los paquetes del motor en una carpeta propia</translation>
    </message>
    <message>
      <source>Private environment from an offline folder</source>
      <translation>Entorno privado desde carpeta &amp;sin conexión</translation>
    </message>
    <message>
      <source>For computers without a network: the packages come from a folder of wheels</source>
      <translation>Para equipos sin red: los paquetes vienen de una carpeta de wheels</translation>
    </message>
    <message>
      <source>Cop&amp;y the command that collects them</source>
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
      <source>Additional package inde&amp;x</source>
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
      <source>C&amp;ancel</source>
      <translation>Cance&amp;lar</translation>
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
      <source>Copy dia&amp;gnostics</source>
      <translation>Copiar dia&amp;gnóstico</translation>
    </message>
    <message>
      <source>Versions, device and the end of the log for a report, without the name of your home folder</source>
      <translation>Versiones, dispositivo y el final del registro para un informe, sin el nombre de su carpeta personal</translation>
    </message>
  </context>
</TS>
