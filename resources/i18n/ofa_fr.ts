<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>{share:.1%} of the map counts as changed; {stated:.1%} would without any change</source>
      <translation>{share:.1%} de la carte passe pour changée ; sans aucun changement, ce serait {stated:.1%}</translation>
    </message>
    <message>
      <source>Earlier date: {score}</source>
      <translation>Date antérieure : {score}</translation>
    </message>
    <message>
      <source>Later date: {score}</source>
      <translation>Date ultérieure : {score}</translation>
    </message>
    <message>
      <source>{name}: {share:.1%}</source>
      <translation>{name} : {share:.1%}</translation>
    </message>
    <message>
      <source>{share:.1%} of the map has changed</source>
      <translation>{share:.1%} de la carte a changé</translation>
    </message>
    <message>
      <source>the job did not stop within {seconds:g} s of its cancel; the engine was ended</source>
      <translation>la tâche ne s'est pas arrêtée dans les {seconds:g} s après son annulation ; le moteur a été arrêté</translation>
    </message>
    <message>
      <source>the engine was stopped</source>
      <translation>le moteur a été arrêté</translation>
    </message>
    <message>
      <source>the engine did not start within {seconds:g} s</source>
      <translation>le moteur n'a pas démarré en {seconds:g} s</translation>
    </message>
    <message>
      <source>try again; if it stays, repair the engine</source>
      <translation>réessayez ; si cela persiste, réparez le moteur</translation>
    </message>
    <message>
      <source>the engine speaks protocol {theirs}, this plugin protocol {ours}</source>
      <translation>le moteur parle le protocole {theirs}, cette extension le protocole {ours}</translation>
    </message>
    <message>
      <source>update the plugin and repair the engine, so that both are of one release</source>
      <translation>mettez à jour l'extension et réparez le moteur, afin que les deux soient de la même version</translation>
    </message>
    <message>
      <source>the engine died ({why})</source>
      <translation>le moteur s'est arrêté brutalement ({why})</translation>
    </message>
    <message>
      <source>the log is {file}</source>
      <translation>le journal est {file}</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <source>Inspect a scene</source>
      <translation>Inspecter une scène</translation>
    </message>
    <message>
      <source>&amp;Bands…</source>
      <translation>Ba&amp;ndes…</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Outp&amp;ut</source>
      <translation>&amp;Sortie</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Apprendre</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Tâche</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <source>Chips</source>
      <translation>Vignettes</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'apprentissage</translation>
    </message>
    <message>
      <source>Bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Processeur</translation>
    </message>
    <message>
      <source>Skip damaged blocks</source>
      <translation>Ignorer les blocs endommagés</translation>
    </message>
    <message>
      <source>Move the later date onto this one</source>
      <translation>Ramener la date ultérieure sur celle-ci</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>« {name} »</translation>
    </message>
    <message>
      <source>{rate:.3g} Mpx/min</source>
      <translation>{rate:.3g} Mpx/min</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>reste {time}</translation>
    </message>
    <message>
      <source>access violation</source>
      <translation>violation d'accès</translation>
    </message>
    <message>
      <source>stack overflow</source>
      <translation>débordement de pile</translation>
    </message>
    <message>
      <source>a DLL was not found</source>
      <translation>une DLL est introuvable</translation>
    </message>
    <message>
      <source>the engine cannot be started: {error}</source>
      <translation>le moteur ne peut pas être démarré : {error}</translation>
    </message>
    <message>
      <source>install or repair the engine</source>
      <translation>installez ou réparez le moteur</translation>
    </message>
    <message>
      <source>(no log: {error})</source>
      <translation>(pas de journal : {error})</translation>
    </message>
    <message>
      <source>it does not answer</source>
      <translation>il ne répond pas</translation>
    </message>
    <message>
      <source>signal {number}</source>
      <translation>signal {number}</translation>
    </message>
    <message>
      <source>{name}; often too little memory</source>
      <translation>{name} ; souvent trop peu de mémoire</translation>
    </message>
    <message>
      <source>exit code {code}</source>
      <translation>code de sortie {code}</translation>
    </message>
    <message>
      <source>the engine is not set up yet</source>
      <translation>le moteur n'est pas encore installé</translation>
    </message>
    <message>
      <source>open the OFA dock and set it up</source>
      <translation>ouvrez le panneau OFA et installez-le</translation>
    </message>
    <message>
      <source>Drawing the points.</source>
      <translation>Tirage des points.</translation>
    </message>
    <message>
      <source>Estimating accuracy and areas.</source>
      <translation>Estimation de l'exactitude et des surfaces.</translation>
    </message>
    <message>
      <source>A map of classes in this project. Points are drawn at random within each class.</source>
      <translation>Une carte de classes de ce projet. Des points sont tirés au hasard dans chaque classe.</translation>
    </message>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source>Standard error of overall accuracy to plan for. The 95 % interval reaches twice as far to either side.</source>
      <translation>Erreur type visée de l'exactitude globale. L'intervalle à 95 % s'étend deux fois plus loin de chaque côté.</translation>
    </message>
    <message>
      <source>as many as that needs</source>
      <translation>autant qu'il en faut</translation>
    </message>
    <message>
      <source>How many points to answer; they decide how wide the intervals are.</source>
      <translation>Combien de points sont à renseigner ; la largeur des intervalles en dépend.</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>Points and answers. A sample that is there already is gone on with.</source>
      <translation>Points et réponses. Un échantillon existant est poursuivi.</translation>
    </message>
    <message>
      <source>Draw poin&amp;ts</source>
      <translation>Tirer &amp;les points</translation>
    </message>
    <message>
      <source>&amp;Assess the map</source>
      <translation>Évalu&amp;er la carte</translation>
    </message>
    <message>
      <source>Open report</source>
      <translation>Ouvrir le rapport</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <source>Figures that may be published: points are drawn at random, you say what is truly there without seeing the map, and accuracy and areas follow with 95 % intervals.</source>
      <translation>Des chiffres publiables : des points sont tirés au hasard, vous dites ce qui s'y trouve réellement sans voir la carte, et l'exactitude et les surfaces en découlent, avec des intervalles à 95 %.</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Carte</translation>
    </message>
    <message>
      <source>Standard error</source>
      <translation>Erreur type</translation>
    </message>
    <message>
      <source>Poi&amp;nts</source>
      <translation>Poi&amp;nts</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Échantillon</translation>
    </message>
    <message>
      <source>&amp;Go on with the sample</source>
      <translation>P&amp;oursuivre l'échantillon</translation>
    </message>
    <message>
      <source>Add a map of classes to the project first.</source>
      <translation>Ajoutez d'abord une carte de classes au projet.</translation>
    </message>
    <message>
      <source>By the answers so far; points without one are counted in the report.</source>
      <translation>D'après les réponses actuelles ; le rapport compte les points sans réponse.</translation>
    </message>
    <message>
      <source>Paused; points left: {left:,}. All answers are saved.</source>
      <translation>En pause ; points restants : {left:,}. Toutes les réponses sont enregistrées.</translation>
    </message>
    <message>
      <source>{file} is no accuracy sample</source>
      <translation>{file} n'est pas un échantillon d'exactitude</translation>
    </message>
    <message>
      <source>draw one here, or choose another file</source>
      <translation>tirez-en un ici, ou choisissez un autre fichier</translation>
    </message>
    <message>
      <source>{file} could not be written: {why}</source>
      <translation>{file} n'a pas pu être écrit : {why}</translation>
    </message>
    <message>
      <source>it is open elsewhere</source>
      <translation>il est ouvert ailleurs</translation>
    </message>
    <message>
      <source>close it in other programs, and answer again</source>
      <translation>fermez-le dans les autres programmes, et répondez à nouveau</translation>
    </message>
    <message>
      <source>Can't tell (0)</source>
      <translation>Indécis (0)</translation>
    </message>
    <message>
      <source>Go on without an answer; the report counts such points.</source>
      <translation>Continuer sans réponse ; le rapport compte ces points.</translation>
    </message>
    <message>
      <source>Back (←)</source>
      <translation>Retour (←)</translation>
    </message>
    <message>
      <source>To the point before, to look at its answer again.</source>
      <translation>Au point précédent, pour revoir sa réponse.</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Show the map again. All answers are saved.</source>
      <translation>Afficher de nouveau la carte. Toutes les réponses sont enregistrées.</translation>
    </message>
    <message>
      <source>Point {number:,} of {total:,}; left: {left:,}</source>
      <translation>Point {number:,} sur {total:,} ; restants : {left:,}</translation>
    </message>
    <message>
      <source>This is truly what is in the outlined pixel.</source>
      <translation>C'est réellement ce que contient le pixel encadré.</translation>
    </message>
    <message>
      <source>OFA similarity in sight</source>
      <translation>OFA ressemblance en vue</translation>
    </message>
    <message>
      <source>Comparing what is in sight.</source>
      <translation>Comparaison de ce qui est en vue.</translation>
    </message>
    <message>
      <source>Write hits of {name}</source>
      <translation>Écrire les trouvés de {name}</translation>
    </message>
    <message>
      <source>E&amp;xamples</source>
      <translation>Exemp&amp;les</translation>
    </message>
    <message>
      <source>Cou&amp;nter-examples</source>
      <translation>C&amp;ontre-exemples</translation>
    </message>
    <message>
      <source>Remove &amp;all</source>
      <translation>Tout e&amp;nlever</translation>
    </message>
    <message>
      <source>Click on the map what you look for. A right click removes, Ctrl+Z takes the last one back.</source>
      <translation>Cliquez sur la carte sur ce que vous cherchez. Un clic droit enlève, Ctrl+Z reprend le dernier.</translation>
    </message>
    <message>
      <source>Click on the map what looks alike and is not meant.</source>
      <translation>Cliquez sur la carte sur ce qui ressemble mais n'est pas voulu.</translation>
    </message>
    <message>
      <source>What is less alike is clear. 1 is as the examples, 0 as the least alike tenth of the layer.</source>
      <translation>Ce qui ressemble moins est transparent. 1 est comme les exemples, 0 comme le dixième de la couche qui ressemble le moins.</translation>
    </message>
    <message>
      <source>Map the whole la&amp;yer</source>
      <translation>Cartographier toute la couc&amp;he</translation>
    </message>
    <message>
      <source>Wr&amp;ite hits</source>
      <translation>Écrire les trouvé&amp;s</translation>
    </message>
    <message>
      <source>Writes what reaches the threshold in the whole layer, with a score, in a GeoPackage.</source>
      <translation>Écrit ce qui atteint le seuil dans toute la couche, avec un score, dans un GeoPackage.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>polygones</translation>
    </message>
    <message>
      <source>points</source>
      <translation>points</translation>
    </message>
    <message>
      <source>Hits as</source>
      <translation>Trouvés en</translation>
    </message>
    <message>
      <source>What the hits are: the outlines of regions, or a point in each.</source>
      <translation>Ce que sont les trouvés : les contours des régions, ou un point dans chacune.</translation>
    </message>
    <message>
      <source>Click on what you look for, and see where the layer of the page Map is like it. It needs no labels.</source>
      <translation>Cliquez sur ce que vous cherchez et voyez où la couche de la page Carte lui ressemble. Aucune étiquette n'est nécessaire.</translation>
    </message>
    <message>
      <source>&amp;Threshold</source>
      <translation>S&amp;euil</translation>
    </message>
    <message>
      <source>Choose a layer on the page Map first, and answer what is asked of it.</source>
      <translation>Choisissez d'abord une couche sur la page Carte et répondez à ce qui est demandé à son sujet.</translation>
    </message>
    <message>
      <source>Examples: {at}, counter-examples: {unlike}</source>
      <translation>Exemples : {at}, contre-exemples : {unlike}</translation>
    </message>
    <message>
      <source>Writes the similarity of each pixel beside the layer, in the background.</source>
      <translation>Écrit la ressemblance de chaque pixel à côté de la couche, en arrière-plan.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions and one example.</source>
      <translation>Exige une couche sans question ouverte et un exemple.</translation>
    </message>
    <message>
      <source>This is the middle of the view: zoom in, or map the whole layer.</source>
      <translation>C'est le milieu de la vue : zoomez, ou cartographiez toute la couche.</translation>
    </message>
    <message>
      <source>Find what is alike in {name}</source>
      <translation>Trouver ce qui ressemble dans {name}</translation>
    </message>
    <message>
      <source>{file} is in the project.</source>
      <translation>{file} est dans le projet.</translation>
    </message>
    <message>
      <source>Done: {path}</source>
      <translation>Terminé : {path}</translation>
    </message>
    <message>
      <source>similarity</source>
      <translation>ressemblance</translation>
    </message>
    <message>
      <source>hits</source>
      <translation>trouvés</translation>
    </message>
    <message>
      <source>Hits: {hits:,}, on {share:.1%} of the map</source>
      <translation>Trouvés : {hits:,}, sur {share:.1%} de la carte</translation>
    </message>
    <message>
      <source>The layer is not ready yet: see above.</source>
      <translation>La couche n'est pas encore prête : voir ci-dessus.</translation>
    </message>
    <message>
      <source>There can be {most} examples at most: remove some.</source>
      <translation>Il peut y avoir {most} exemples au plus : enlevez-en.</translation>
    </message>
    <message>
      <source>{layer} has no data here.</source>
      <translation>{layer} n'a pas de données ici.</translation>
    </message>
    <message>
      <source>example</source>
      <translation>exemple</translation>
    </message>
    <message>
      <source>counter-example</source>
      <translation>contre-exemple</translation>
    </message>
    <message>
      <source>unknown sensor</source>
      <translation>capteur inconnu</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>inutilisée</translation>
    </message>
    <message>
      <source>choose…</source>
      <translation>choisir…</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>encore inconnu</translation>
    </message>
    <message>
      <source>Layer band</source>
      <translation>Bande</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>Signification</translation>
    </message>
    <message>
      <source>Wavelength</source>
      <translation>Longueur d'onde</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unité</translation>
    </message>
    <message>
      <source>Read from</source>
      <translation>Lu dans</translation>
    </message>
    <message>
      <source>What the band is: choose, or type a wavelength such as 665nm.</source>
      <translation>Nature de la bande : choisir, ou saisir une longueur d'onde comme 665nm.</translation>
    </message>
    <message>
      <source>{wavelength:g} nm</source>
      <translation>{wavelength:g} nm</translation>
    </message>
    <message>
      <source>your answer</source>
      <translation>votre réponse</translation>
    </message>
    <message>
      <source>Bands in this order: {bands}</source>
      <translation>Bandes dans cet ordre : {bands}</translation>
    </message>
    <message>
      <source>Sentinel-2, 10 m bands, ESA order</source>
      <translation>Sentinel-2, bandes à 10 m, ordre de l'ESA</translation>
    </message>
    <message>
      <source>Sentinel-2, 10 m and 20 m bands, ESA order</source>
      <translation>Sentinel-2, bandes à 10 m et 20 m, ordre de l'ESA</translation>
    </message>
    <message>
      <source>Sentinel-2 L2A, all 12 bands, ESA order</source>
      <translation>Sentinel-2 L2A, les 12 bandes, ordre de l'ESA</translation>
    </message>
    <message>
      <source>Sentinel-2 L1C, all 13 bands, ESA order</source>
      <translation>Sentinel-2 L1C, les 13 bandes, ordre de l'ESA</translation>
    </message>
    <message>
      <source>Landsat 8/9 SR, B1 to B7</source>
      <translation>Landsat 8/9 SR, B1 à B7</translation>
    </message>
    <message>
      <source>RGB</source>
      <translation>RVB</translation>
    </message>
    <message>
      <source>NIR-R-G</source>
      <translation>PIR-R-V</translation>
    </message>
    <message>
      <source>RGB + NIR</source>
      <translation>RVB + PIR</translation>
    </message>
    <message>
      <source>PlanetScope, 4 bands</source>
      <translation>PlanetScope, 4 bandes</translation>
    </message>
    <message>
      <source>PlanetScope, 8 bands</source>
      <translation>PlanetScope, 8 bandes</translation>
    </message>
    <message>
      <source>Bands of {layer}</source>
      <translation>Bandes de {layer}</translation>
    </message>
    <message>
      <source>The layer that the fields below are about</source>
      <translation>La couche que décrivent les champs ci-dessous</translation>
    </message>
    <message>
      <source>Blocks that cannot be read count as nodata and are told. Off: they end the run.</source>
      <translation>Les blocs illisibles comptent comme nodata et sont signalés. Sinon, ils arrêtent l'exécution.</translation>
    </message>
    <message>
      <source>&amp;Wavelengths from a file…</source>
      <translation>&amp;Longueurs d'onde d'un fichier…</translation>
    </message>
    <message>
      <source>A text file with one wavelength in nanometres a line, one line for each band</source>
      <translation>Un fichier texte avec une longueur d'onde en nanomètres par ligne, une ligne par bande</translation>
    </message>
    <message>
      <source>&amp;No data</source>
      <translation>Pas de do&amp;nnées</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Couche</translation>
    </message>
    <message>
      <source>&amp;Sensor</source>
      <translation>&amp;Capteur</translation>
    </message>
    <message>
      <source>&amp;Units</source>
      <translation>&amp;Unités</translation>
    </message>
    <message>
      <source>Order of bands</source>
      <translation>Ordre des bandes</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>&amp;Forget my answers</source>
      <translation>&amp;Oublier mes réponses</translation>
    </message>
    <message>
      <source>read from: {source}</source>
      <translation>lu dans : {source}</translation>
    </message>
    <message>
      <source>Your answers are kept with the layer; Processing uses them, too.</source>
      <translation>Vos réponses sont conservées avec la couche ; les traitements les utilisent aussi.</translation>
    </message>
    <message>
      <source>Wavelengths</source>
      <translation>Longueurs d'onde</translation>
    </message>
    <message>
      <source>Text (*.txt *.csv);;All files (*)</source>
      <translation>Texte (*.txt *.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>as read from the file</source>
      <translation>comme lu dans le fichier</translation>
    </message>
    <message>
      <source>{value} (as read)</source>
      <translation>{value} (comme lu)</translation>
    </message>
    <message>
      <source>reflectance × 10 000</source>
      <translation>réflectance × 10 000</translation>
    </message>
    <message>
      <source>reflectance × 10 000, plus 1000</source>
      <translation>réflectance × 10 000, plus 1000</translation>
    </message>
    <message>
      <source>reflectance, 0 to 1</source>
      <translation>réflectance, 0 à 1</translation>
    </message>
    <message>
      <source>8-bit values, 0 to 255</source>
      <translation>valeurs 8 bits, 0 à 255</translation>
    </message>
    <message>
      <source>reflectance × 65 535</source>
      <translation>réflectance × 65 535</translation>
    </message>
    <message>
      <source>Landsat Collection 2, Level 2</source>
      <translation>Landsat Collection 2, niveau 2</translation>
    </message>
    <message>
      <source>Landsat, Level 1</source>
      <translation>Landsat, niveau 1</translation>
    </message>
    <message>
      <source>counts or radiance, no reflectance</source>
      <translation>comptes ou luminance, pas de réflectance</translation>
    </message>
    <message>
      <source>radar, decibel</source>
      <translation>radar, décibel</translation>
    </message>
    <message>
      <source>radar, power</source>
      <translation>radar, puissance</translation>
    </message>
    <message>
      <source>radar, amplitude</source>
      <translation>radar, amplitude</translation>
    </message>
    <message>
      <source>{unit} (likely: the scene is from {date})</source>
      <translation>{unit} (probable : la scène date de {date})</translation>
    </message>
    <message>
      <source>Was 1000 added to the values? ESA does so from processing baseline 04.00 on (25 January 2022), also when it processes older scenes again. Services that harmonise the data take the 1000 off.</source>
      <translation>Les valeurs ont-elles été augmentées de 1000 ? L'ESA le fait à partir de la version de traitement (baseline) 04.00 (25 janvier 2022), y compris lorsqu'elle retraite des scènes plus anciennes. Les services qui harmonisent les données retirent ces 1000.</translation>
    </message>
    <message>
      <source>The scene is from {date}: that makes one answer likely, but proves nothing.</source>
      <translation>La scène date de {date} : cela rend une réponse probable, mais ne prouve rien.</translation>
    </message>
    <message>
      <source> or </source>
      <translation> ou </translation>
    </message>
    <message>
      <source>{values} in all bands</source>
      <translation>{values} dans toutes les bandes</translation>
    </message>
    <message>
      <source>{share} % of the scene holds {values}. Does that mean no data? The file does not say so.</source>
      <translation>{share} % de la scène contient {values}. Cela signifie-t-il « pas de données » ? Le fichier ne le dit pas.</translation>
    </message>
    <message>
      <source>what looks like fill is no data</source>
      <translation>ce qui ressemble à du remplissage signifie « pas de données »</translation>
    </message>
    <message>
      <source>these pixels were measured</source>
      <translation>ces pixels ont été mesurés</translation>
    </message>
    <message>
      <source>{values} is no data ({share} % of the scene)</source>
      <translation>{values} signifie « pas de données » ({share} % de la scène)</translation>
    </message>
    <message>
      <source>Line {number} of {file} is no wavelength in nanometres: {line}.</source>
      <translation>La ligne {number} de {file} n'est pas une longueur d'onde en nanomètres : {line}.</translation>
    </message>
    <message>
      <source>{file} must hold a wavelength for each band. Wavelengths: {found}; bands: {bands}.</source>
      <translation>{file} doit contenir une longueur d'onde par bande. Longueurs d'onde : {found} ; bandes : {bands}.</translation>
    </message>
    <message>
      <source>Compare {before} and {after}</source>
      <translation>Comparer {before} et {after}</translation>
    </message>
    <message>
      <source>Another layer of this project that shows the same place, at a later date.</source>
      <translation>Une autre couche de ce projet qui montre le même lieu à une date ultérieure.</translation>
    </message>
    <message>
      <source>What loo&amp;ks changed</source>
      <translation>Ce qui &amp;semble changé</translation>
    </message>
    <message>
      <source>From wh&amp;ich class to which</source>
      <translation>De quelle c&amp;lasse à quelle autre</translation>
    </message>
    <message>
      <source>Needs no labels. Both dates must be of one sensor.</source>
      <translation>Sans étiquettes. Les deux dates doivent être du même capteur.</translation>
    </message>
    <message>
      <source>The share of unchanged pixels that may count as changed.</source>
      <translation>Part des pixels inchangés qui peuvent compter comme changés.</translation>
    </message>
    <message>
      <source>Polygons from</source>
      <translation>Polygones dès</translation>
    </message>
    <message>
      <source>Also writes what has changed as polygons, from this area on.</source>
      <translation>Écrit aussi ce qui a changé en polygones, à partir de cette surface.</translation>
    </message>
    <message>
      <source> ha</source>
      <translation> ha</translation>
    </message>
    <message>
      <source>Minimum area of a polygon</source>
      <translation>Surface minimale d'un polygone</translation>
    </message>
    <message>
      <source>If they lie more than half a pixel apart, which is told. Off: dates that lie apart are not compared.</source>
      <translation>Si elles sont décalées de plus d'un demi-pixel, ce qui est indiqué. Décoché : des dates décalées ne sont pas comparées.</translation>
    </message>
    <message>
      <source>Map the chan&amp;ge</source>
      <translation>Carto&amp;graphier le changement</translation>
    </message>
    <message>
      <source>What has changed from the layer of the page Map to a later date of the same place.</source>
      <translation>Ce qui a changé de la couche de la page Carte à une date ultérieure du même lieu.</translation>
    </message>
    <message>
      <source>Later date</source>
      <translation>Date ultérieure</translation>
    </message>
    <message>
      <source>False alarms</source>
      <translation>Fausses alertes</translation>
    </message>
    <message>
      <source>No other layer of the project shows this place: add the later date.</source>
      <translation>Aucune autre couche du projet ne montre ce lieu : ajoutez la date ultérieure.</translation>
    </message>
    <message>
      <source>Earlier date: {layer}</source>
      <translation>Date antérieure : {layer}</translation>
    </message>
    <message>
      <source>By the labels of the page Map, which must hold on both dates; also between two sensors.</source>
      <translation>Par les étiquettes de la page Carte, qui doivent valoir aux deux dates ; aussi entre deux capteurs.</translation>
    </message>
    <message>
      <source>Needs labels of two classes on the page Map.</source>
      <translation>Demande des étiquettes de deux classes sur la page Carte.</translation>
    </message>
    <message>
      <source>changes</source>
      <translation>changements</translation>
    </message>
    <message>
      <source>change</source>
      <translation>changement</translation>
    </message>
    <message>
      <source>it is no text in UTF-8</source>
      <translation>ce n'est pas du texte en UTF-8</translation>
    </message>
    <message>
      <source>{file} cannot be read: {reason}.</source>
      <translation>Impossible de lire {file} : {reason}.</translation>
    </message>
    <message>
      <source>{file} holds no classes: expected a table with a column “name”, or a QGIS style with categories.</source>
      <translation>{file} ne contient pas de classes : il faut un tableau avec une colonne « name » ou un style QGIS avec des catégories.</translation>
    </message>
    <message>
      <source>{file} cannot be written: {reason}.</source>
      <translation>Impossible d'écrire {file} : {reason}.</translation>
    </message>
    <message>
      <source>Move &amp;up</source>
      <translation>&amp;Monter</translation>
    </message>
    <message>
      <source>Move &amp;down</source>
      <translation>&amp;Descendre</translation>
    </message>
    <message>
      <source>&amp;Merge into</source>
      <translation>&amp;Fusionner dans</translation>
    </message>
    <message>
      <source>Give the labels of the selected classes to one class</source>
      <translation>Donner les étiquettes des classes sélectionnées à une seule classe</translation>
    </message>
    <message>
      <source>&amp;Group</source>
      <translation>&amp;Groupe</translation>
    </message>
    <message>
      <source>Classes of a group stand together, and maps can show groups instead</source>
      <translation>Les classes d’un groupe sont réunies, et les cartes peuvent montrer les groupes à leur place</translation>
    </message>
    <message>
      <source>&amp;Import classes…</source>
      <translation>&amp;Importer des classes…</translation>
    </message>
    <message>
      <source>Names, colours and values from a table (CSV) or a QGIS style (QML)</source>
      <translation>Noms, couleurs et valeurs d'un tableau (CSV) ou d'un style QGIS (QML)</translation>
    </message>
    <message>
      <source>&amp;Export classes…</source>
      <translation>&amp;Exporter les classes…</translation>
    </message>
    <message>
      <source>Classes of the &amp;last project</source>
      <translation>Classes du dernier &amp;projet</translation>
    </message>
    <message>
      <source>&amp;New group</source>
      <translation>&amp;Nouveau groupe</translation>
    </message>
    <message>
      <source>N&amp;o group</source>
      <translation>&amp;Aucun groupe</translation>
    </message>
    <message>
      <source>Classes (*.csv *.txt *.qml)</source>
      <translation>Classes (*.csv *.txt *.qml)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Import classes</source>
      <translation>Importer des classes</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tableau (*.csv)</translation>
    </message>
    <message>
      <source>QGIS style of a class map (*.qml)</source>
      <translation>Style QGIS d'une carte de classes (*.qml)</translation>
    </message>
    <message>
      <source>QGIS style of labels (*.qml)</source>
      <translation>Style QGIS d'étiquettes (*.qml)</translation>
    </message>
    <message>
      <source>Export classes</source>
      <translation>Exporter les classes</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Value on the map: {value}</source>
      <translation>Valeur sur la carte : {value}</translation>
    </message>
    <message>
      <source>Double-click or press F2 to rename; drag or press Alt+Up to move</source>
      <translation>Double-clic ou F2 pour renommer ; glisser ou Alt+flèche pour déplacer</translation>
    </message>
    <message>
      <source>Key that chooses this class on the map</source>
      <translation>Touche qui choisit cette classe sur la carte</translation>
    </message>
    <message>
      <source>Value on the map of groups: {value}</source>
      <translation>Valeur sur la carte des groupes : {value}</translation>
    </message>
    <message>
      <source>Double-click to rename; drag to move, or drag classes into it</source>
      <translation>Double-clic pour renommer ; faites glisser pour déplacer, ou faites-y glisser des classes</translation>
    </message>
    <message>
      <source>Colour {colour}: click or press Space to choose another</source>
      <translation>Couleur {colour} : cliquer ou appuyer sur Espace pour en choisir une autre</translation>
    </message>
    <message>
      <source>Outside: where the layer has no pixel or no data. Such labels are not used.</source>
      <translation>Dehors : là où la couche n'a pas de pixel ou pas de données. Ces étiquettes ne sont pas utilisées.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Couleur de {name}</translation>
    </message>
    <message>
      <source>1 point</source>
      <translation>1 point</translation>
    </message>
    <message>
      <source>{count:,} points</source>
      <translation>{count:,} points</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1 ligne</translation>
    </message>
    <message>
      <source>{count:,} lines</source>
      <translation>{count:,} lignes</translation>
    </message>
    <message>
      <source>1 polygon</source>
      <translation>1 polygone</translation>
    </message>
    <message>
      <source>{count:,} polygons</source>
      <translation>{count:,} polygones</translation>
    </message>
    <message>
      <source>{count:,} outside</source>
      <translation>{count:,} dehors</translation>
    </message>
    <message>
      <source>no labels</source>
      <translation>aucune étiquette</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <source>Add a class. Its key 1 to 9 chooses it on the map.</source>
      <translation>Ajouter une classe. Sa touche, 1 à 9, la choisit sur la carte.</translation>
    </message>
    <message>
      <source>More for classes: order, merge, import, export</source>
      <translation>Plus pour les classes : ordre, fusion, import, export</translation>
    </message>
    <message>
      <source>Add the classes of the project that was saved or closed last</source>
      <translation>Ajouter les classes du dernier projet enregistré ou fermé</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Point</translation>
    </message>
    <message>
      <source>Click on the map to label a point; right-click a label to remove it. Keys 1 to 9 choose the class.</source>
      <translation>Cliquer sur la carte pour étiqueter un point ; clic droit sur une étiquette pour l'enlever. Les touches 1 à 9 choisissent la classe.</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Click corners on the map; right-click, double-click or Enter closes the polygon, Backspace removes the last corner, Esc drops it.</source>
      <translation>Cliquer les sommets sur la carte ; clic droit, double-clic ou Entrée ferme le polygone, Retour arrière enlève le dernier sommet, Échap l'abandonne.</translation>
    </message>
    <message>
      <source>Undo the last label or change of a class (Ctrl+Z on the map)</source>
      <translation>Annuler la dernière étiquette ou modification de classe (Ctrl+Z sur la carte)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z on the map)</source>
      <translation>Rétablir (Ctrl+Maj+Z sur la carte)</translation>
    </message>
    <message>
      <source>Remove the class and its labels; undo brings them back</source>
      <translation>Supprimer la classe et ses étiquettes ; Annuler les rétablit</translation>
    </message>
    <message>
      <source>More for classes</source>
      <translation>Plus pour les classes</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <source>Remove the class</source>
      <translation>Supprimer la classe</translation>
    </message>
    <message>
      <source>Where labels are kept: a file beside the project, or a vector layer of the project with a class field.</source>
      <translation>Où sont gardées les étiquettes : un fichier à côté du projet, ou une couche vecteur du projet avec un champ de classe.</translation>
    </message>
    <message>
      <source>The field that holds the class</source>
      <translation>Le champ qui contient la classe</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>Champ de classe</translation>
    </message>
    <message>
      <source>Add two classes, then click on the map.</source>
      <translation>Ajoutez deux classes, puis cliquez sur la carte.</translation>
    </message>
    <message>
      <source>Label at least two classes: choose one here or by its key, then click.</source>
      <translation>Étiquetez au moins deux classes : choisissez-en une ici ou par sa touche, puis cliquez.</translation>
    </message>
    <message>
      <source>Use the last classes: {names}</source>
      <translation>Reprendre les dernières classes : {names}</translation>
    </message>
    <message>
      <source>New label layer</source>
      <translation>Nouvelle couche d'étiquettes</translation>
    </message>
    <message>
      <source>No field of {layer} looks like classes: choose the class field.</source>
      <translation>Aucun champ de {layer} ne semble contenir des classes : choisir le champ de la classe.</translation>
    </message>
    <message>
      <source>class {number}</source>
      <translation>classe {number}</translation>
    </message>
    <message>
      <source>Add class</source>
      <translation>Ajouter une classe</translation>
    </message>
    <message>
      <source>Rename class</source>
      <translation>Renommer la classe</translation>
    </message>
    <message>
      <source>Change colour</source>
      <translation>Changer la couleur</translation>
    </message>
    <message>
      <source>Remove class</source>
      <translation>Supprimer la classe</translation>
    </message>
    <message>
      <source>Move class</source>
      <translation>Déplacer la classe</translation>
    </message>
    <message>
      <source>Merge classes</source>
      <translation>Fusionner des classes</translation>
    </message>
    <message>
      <source>group {number}</source>
      <translation>groupe {number}</translation>
    </message>
    <message>
      <source>{name} is in the group of its name: rename one of them first.</source>
      <translation>{name} est dans le groupe de même nom : renommez d’abord l’un des deux.</translation>
    </message>
    <message>
      <source>Group classes</source>
      <translation>Grouper des classes</translation>
    </message>
    <message>
      <source>There is a group {name} already.</source>
      <translation>Il y a déjà un groupe {name}.</translation>
    </message>
    <message>
      <source>A group needs a name.</source>
      <translation>Un groupe doit avoir un nom.</translation>
    </message>
    <message>
      <source>Rename group</source>
      <translation>Renommer le groupe</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>Une classe doit avoir un nom.</translation>
    </message>
    <message>
      <source>There is a class {name} already.</source>
      <translation>La classe {name} existe déjà.</translation>
    </message>
    <message>
      <source>A map holds {count} classes at most.</source>
      <translation>Une carte contient au plus {count} classes.</translation>
    </message>
    <message>
      <source>cluster</source>
      <translation>groupe</translation>
    </message>
    <message>
      <source>share</source>
      <translation>part</translation>
    </message>
    <message>
      <source>class</source>
      <translation>classe</translation>
    </message>
    <message>
      <source>Choose a row to see its cluster alone. Clusters with the same class become one; without one, none.</source>
      <translation>Choisissez une ligne pour ne voir que son groupe. Les groupes de même classe n'en font qu'une ; sans classe, un groupe est laissé de côté.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>Map {name} without labels</source>
      <translation>Cartographier {name} sans étiquettes</translation>
    </message>
    <message>
      <source>First map without labels</source>
      <translation>Première carte sans étiquettes</translation>
    </message>
    <message>
      <source>Maps the whole layer into clusters of alike pixels. Give them names, and they become first labels.</source>
      <translation>Répartit toute la couche en groupes de pixels semblables. Nommez-les, et ils deviennent les premières étiquettes.</translation>
    </message>
    <message>
      <source>Rather more than the classes that you want: it is easier to merge clusters than to split.</source>
      <translation>Plutôt plus que les classes voulues : il est plus facile de réunir des groupes que d'en partager un.</translation>
    </message>
    <message>
      <source>Take over as labels</source>
      <translation>Reprendre comme étiquettes</translation>
    </message>
    <message>
      <source>Drop</source>
      <translation>Abandonner</translation>
    </message>
    <message>
      <source>Closes the table. The map of clusters stays in the project.</source>
      <translation>Ferme le tableau. La carte des groupes reste dans le projet.</translation>
    </message>
    <message>
      <source>Number of clusters</source>
      <translation>Nombre de groupes</translation>
    </message>
    <message>
      <source>Give the clusters names of classes, the same name to those that belong together. Leave mixtures out.</source>
      <translation>Donnez aux groupes des noms de classes, le même à ceux qui vont ensemble. Laissez les mélanges de côté.</translation>
    </message>
    <message>
      <source>clusters</source>
      <translation>groupes</translation>
    </message>
    <message>
      <source>Adds points inside the named clusters to your labels, as one step that can be undone.</source>
      <translation>Ajoute à vos étiquettes des points à l'intérieur des groupes nommés, en une étape qui peut être annulée.</translation>
    </message>
    <message>
      <source>Needs clusters of two classes.</source>
      <translation>Il faut des groupes de deux classes.</translation>
    </message>
    <message>
      <source>OFA</source>
      <translation>OFA</translation>
    </message>
    <message>
      <source>Magic wand: click to grow a region of like pixels; the wheel or + and - change the tolerance, Enter or another click labels the region, Esc drops it.</source>
      <translation>Baguette magique : un clic trouve la zone de pixels semblables ; la molette ou + et - changent la tolérance, Entrée ou un autre clic étiquette la zone, Échap l'abandonne.</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Baguette magique</translation>
    </message>
    <message>
      <source>Spectra of the classes: mean, spread, and labels that do not fit</source>
      <translation>Spectres des classes : moyenne, dispersion et étiquettes qui ne correspondent pas</translation>
    </message>
    <message>
      <source>1  Classes and labels</source>
      <translation>1  Classes et étiquettes</translation>
    </message>
    <message>
      <source>2  Preview</source>
      <translation>2  Aperçu</translation>
    </message>
    <message>
      <source>3  Whole scene</source>
      <translation>3  Scène entière</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Exactitude</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Trouver</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Changement</translation>
    </message>
    <message>
      <source>Set up, repair or remove the engine</source>
      <translation>Installer, réparer ou supprimer le moteur</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>‹ Back</source>
      <translation>‹ Retour</translation>
    </message>
    <message>
      <source>The engine is installed. {device}</source>
      <translation>Le moteur est installé. {device}</translation>
    </message>
    <message>
      <source>The preview goes on when the whole scene is mapped.</source>
      <translation>L'aperçu reprendra quand la scène entière sera cartographiée.</translation>
    </message>
    <message>
      <source>The preview goes on when you leave the page Find.</source>
      <translation>L'aperçu reprendra quand vous quitterez la page « Trouver ».</translation>
    </message>
    <message>
      <source>Show log</source>
      <translation>Voir le journal</translation>
    </message>
    <message>
      <source>The field {field} is gone: choose the labels again.</source>
      <translation>Le champ {field} a disparu : choisissez à nouveau les étiquettes.</translation>
    </message>
    <message>
      <source>The field {field} holds numbers: {name} is none.</source>
      <translation>Le champ {field} contient des nombres : {name} n'en est pas un.</translation>
    </message>
    <message>
      <source>The field {field} holds {length} characters: {name} is longer.</source>
      <translation>Le champ {field} contient {length} caractères : {name} est plus long.</translation>
    </message>
    <message>
      <source>The layer of labels is gone: choose the labels again.</source>
      <translation>La couche d'étiquettes a disparu : choisissez à nouveau les étiquettes.</translation>
    </message>
    <message>
      <source>{layer} holds no points: draw polygons, or choose a new label layer.</source>
      <translation>{layer} n'accepte pas les points : dessinez des polygones ou choisissez une nouvelle couche d'étiquettes.</translation>
    </message>
    <message>
      <source>{layer} holds no polygons: draw points, or choose a new label layer.</source>
      <translation>{layer} n'accepte pas les polygones : dessinez des points ou choisissez une nouvelle couche d'étiquettes.</translation>
    </message>
    <message>
      <source>{layer} is read-only: choose a new label layer.</source>
      <translation>{layer} est en lecture seule : choisissez une nouvelle couche d'étiquettes.</translation>
    </message>
    <message>
      <source>{layer} did not take the change.</source>
      <translation>{layer} n'a pas accepté la modification.</translation>
    </message>
    <message>
      <source>1 unsaved edit in {layer} is used for the map: save it to keep it.</source>
      <translation>1 modification non enregistrée dans {layer} est utilisée pour la carte : l’enregistrer pour la garder.</translation>
    </message>
    <message>
      <source>{count:,} unsaved edits in {layer} are used for the map: save them to keep them.</source>
      <translation>{count:,} modifications non enregistrées dans {layer} sont utilisées pour la carte : les enregistrer pour les garder.</translation>
    </message>
    <message>
      <source>A polygon needs three corners that are not in a line.</source>
      <translation>Un polygone doit avoir trois sommets non alignés.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the labels.</source>
      <translation>Ce lieu n'existe pas dans le système de référence des étiquettes.</translation>
    </message>
    <message>
      <source>Add labels</source>
      <translation>Ajouter des étiquettes</translation>
    </message>
    <message>
      <source>Add a class first, then click on the map.</source>
      <translation>Ajoutez d'abord une classe, puis cliquez sur la carte.</translation>
    </message>
    <message>
      <source>Add label</source>
      <translation>Ajouter une étiquette</translation>
    </message>
    <message>
      <source>Remove label</source>
      <translation>Supprimer une étiquette</translation>
    </message>
    <message>
      <source>{layer} has no field {field}.</source>
      <translation>{layer} n'a pas de champ {field}.</translation>
    </message>
    <message>
      <source>The field {field} has more than {count} values: it does not name classes.</source>
      <translation>Le champ {field} a plus de {count} valeurs : il ne désigne pas de classes.</translation>
    </message>
    <message>
      <source>The layer of labels was removed: new labels go to a layer of their own.</source>
      <translation>La couche d'étiquettes a été supprimée : les nouvelles étiquettes vont dans leur propre couche.</translation>
    </message>
    <message>
      <source>no class</source>
      <translation>sans classe</translation>
    </message>
    <message>
      <source>Outside {layer}: no label added.</source>
      <translation>Hors de {layer} : aucune étiquette ajoutée.</translation>
    </message>
    <message>
      <source>{layer} has no data here: no label added.</source>
      <translation>{layer} n'a pas de données ici : aucune étiquette ajoutée.</translation>
    </message>
    <message>
      <source>No labels here, so not on the map: {names}.</source>
      <translation>Sans étiquettes ici, donc absentes de la carte : {names}.</translation>
    </message>
    <message>
      <source>No label lies in this scene.</source>
      <translation>Aucune étiquette ne se trouve dans cette scène.</translation>
    </message>
    <message>
      <source>No label lies where {scene} has data: label some places there.</source>
      <translation>Aucune étiquette ne se trouve là où {scene} a des données : y étiqueter quelques endroits.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away, in the area of {other}.</source>
      <translation>Aucune étiquette ne se trouve dans cette scène : les étiquettes sont à {km} km, dans la zone de {other}.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away.</source>
      <translation>Aucune étiquette ne se trouve dans cette scène : les étiquettes sont à {km} km.</translation>
    </message>
    <message>
      <source>The file of labels {path} cannot be read.</source>
      <translation>Impossible de lire le fichier d'étiquettes {path}.</translation>
    </message>
    <message>
      <source>The project's folder cannot be written: labels go to {path}.</source>
      <translation>Impossible d'écrire dans le dossier du projet : les étiquettes vont dans {path}.</translation>
    </message>
    <message>
      <source>Labels: points</source>
      <translation>Étiquettes : points</translation>
    </message>
    <message>
      <source>Labels: polygons</source>
      <translation>Étiquettes : polygones</translation>
    </message>
    <message>
      <source>Labels stay in {path} until you end editing and save again.</source>
      <translation>Les étiquettes restent dans {path} jusqu'à la fin de l'édition et au prochain enregistrement.</translation>
    </message>
    <message>
      <source>The project's folder cannot be written: labels stay in {path}.</source>
      <translation>Impossible d'écrire dans le dossier du projet : les étiquettes restent dans {path}.</translation>
    </message>
    <message>
      <source>{layer} has labels that are not saved: save its edits first.</source>
      <translation>{layer} a des étiquettes non enregistrées : enregistrez d'abord ses modifications.</translation>
    </message>
    <message>
      <source>the file cannot be written</source>
      <translation>impossible d'écrire le fichier</translation>
    </message>
    <message>
      <source>The label was not saved: {problem}.</source>
      <translation>L'étiquette n'a pas été enregistrée : {problem}.</translation>
    </message>
    <message>
      <source>OFA labels</source>
      <translation>Étiquettes OFA</translation>
    </message>
    <message>
      <source>{folder} is read-only</source>
      <translation>{folder} est en lecture seule</translation>
    </message>
    <message>
      <source>No file for labels could be made: {reason}.</source>
      <translation>Impossible de créer un fichier d'étiquettes : {reason}.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the layer.</source>
      <translation>Ce lieu n'existe pas dans le système de référence de la couche.</translation>
    </message>
    <message>
      <source>Looking for like pixels…</source>
      <translation>Recherche de pixels semblables…</translation>
    </message>
    <message>
      <source>{pixels:,} pixels, tolerance {step} of {steps}: wheel, then Enter</source>
      <translation>{pixels:,} pixels, tolérance {step} sur {steps} : molette, puis Entrée</translation>
    </message>
    <message>
      <source>grey: {band}</source>
      <translation>gris : {band}</translation>
    </message>
    <message>
      <source>natural colour</source>
      <translation>couleurs naturelles</translation>
    </message>
    <message>
      <source>colour infrared</source>
      <translation>infrarouge couleur</translation>
    </message>
    <message>
      <source>short-wave infrared</source>
      <translation>infrarouge à ondes courtes</translation>
    </message>
    <message>
      <source>radar: {co}, {cross}, {co}</source>
      <translation>radar : {co}, {cross}, {co}</translation>
    </message>
    <message>
      <source>The engine starts.</source>
      <translation>Le moteur démarre.</translation>
    </message>
    <message>
      <source>{millions:.1f} million parameters; reads any sensor.</source>
      <translation>{millions:.1f} millions de paramètres ; lit tout capteur.</translation>
    </message>
    <message>
      <source>Pre-trained on {source}.</source>
      <translation>Pré-entraîné sur {source}.</translation>
    </message>
    <message>
      <source>{name} — {millions:.1f} M parameters</source>
      <translation>{name} — {millions:.1f} M paramètres</translation>
    </message>
    <message>
      <source>Not trained: its features are random projections. The map rests on spectra and their surroundings, as far as validation trusts them.</source>
      <translation>Non entraîné : ses caractéristiques sont des projections aléatoires. La carte repose sur les spectres et leur voisinage, autant que la validation s'y fie.</translation>
    </message>
    <message>
      <source>{name} — untrained</source>
      <translation>{name} — non entraîné</translation>
    </message>
    <message>
      <source>Trained to map {classes}; needs no labels. It reads {bands}, at pixels of {gsd:g} m.</source>
      <translation>Entraîné pour {classes} ; sans étiquettes. Lit {bands}, avec des pixels de {gsd:g} m.</translation>
    </message>
    <message>
      <source>{name} — maps {classes}</source>
      <translation>{name} — cartographie {classes}</translation>
    </message>
    <message>
      <source>Learnt from {labels:,} labels in {scenes} scenes.</source>
      <translation>Appris de {labels:,} étiquettes dans {scenes} scènes.</translation>
    </message>
    <message>
      <source>Learnt from {labels:,} labels in 1 scene.</source>
      <translation>Appris de {labels:,} étiquettes dans 1 scène.</translation>
    </message>
    <message>
      <source>Macro-F1 {macro_f1} ({low} to {high}) in scenes held out as a whole.</source>
      <translation>Macro-F1 {macro_f1} ({low} à {high}) dans des scènes mises de côté en entier.</translation>
    </message>
    <message>
      <source>Macro-F1 {macro_f1} ({low} to {high}) there; other scenes were not checked.</source>
      <translation>Macro-F1 {macro_f1} ({low} à {high}) là ; d'autres scènes n'ont pas été vérifiées.</translation>
    </message>
    <message>
      <source>The engine did not say which device it uses.</source>
      <translation>Le moteur n'a pas dit quel processeur il utilise.</translation>
    </message>
    <message>
      <source>{kind}: {name}, proven</source>
      <translation>{kind} : {name}, vérifié</translation>
    </message>
    <message>
      <source>CPU, 1 core</source>
      <translation>CPU, 1 cœur</translation>
    </message>
    <message>
      <source>CPU, {count} cores</source>
      <translation>CPU, {count} cœurs</translation>
    </message>
    <message>
      <source>{cores}: {why}</source>
      <translation>{cores} : {why}</translation>
    </message>
    <message>
      <source>Bands…</source>
      <translation>Bandes…</translation>
    </message>
    <message>
      <source>Which band of {layer} is which, and what must be said of it</source>
      <translation>Quelle bande de {layer} est laquelle, et ce qu’il faut en dire</translation>
    </message>
    <message>
      <source>Do not use {layer}</source>
      <translation>Ne pas utiliser {layer}</translation>
    </message>
    <message>
      <source>and also…</source>
      <translation>et aussi…</translation>
    </message>
    <message>
      <source>Use other layers of the same place beside this one: radar, heights, other dates, embeddings</source>
      <translation>Utiliser d’autres couches du même lieu à côté de celle-ci : radar, altitudes, autres dates, plongements</translation>
    </message>
    <message>
      <source>no other raster layer of the project lies here</source>
      <translation>aucune autre couche raster du projet n’est à cet endroit</translation>
    </message>
    <message>
      <source>1 question</source>
      <translation>1 question</translation>
    </message>
    <message>
      <source>{count} questions</source>
      <translation>{count} questions</translation>
    </message>
    <message>
      <source>{layer}: {questions} before the map, see Bands.</source>
      <translation>{layer} : {questions} avant la carte, voir Bandes.</translation>
    </message>
    <message>
      <source>Bringing the sources together.</source>
      <translation>Les sources sont réunies.</translation>
    </message>
    <message>
      <source>Whose pixels the map has: all sources are brought onto them as they are read.</source>
      <translation>De quelle source la carte prend ses pixels : toutes y sont ramenées à la lecture.</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Grille</translation>
    </message>
    <message>
      <source>{size} m</source>
      <translation>{size} m</translation>
    </message>
    <message>
      <source>{layer}: {size} m</source>
      <translation>{layer} : {size} m</translation>
    </message>
    <message>
      <source>The scene to classify: any raster layer of the project.</source>
      <translation>La scène à classifier : toute couche raster du projet.</translation>
    </message>
    <message>
      <source>Which layer band is which band of the sensor, and where that was read.</source>
      <translation>Quelle bande de la couche est quelle bande du capteur, et où cela a été lu.</translation>
    </message>
    <message>
      <source>Expor&amp;t the view…</source>
      <translation>Exporter &amp;la vue…</translation>
    </message>
    <message>
      <source>Write what the canvas shows of this layer as a GeoTIFF, and use that.</source>
      <translation>Écrire en GeoTIFF ce que le canevas montre de cette couche, et l'utiliser.</translation>
    </message>
    <message>
      <source>Try a&amp;gain</source>
      <translation>Réessa&amp;yer</translation>
    </message>
    <message>
      <source>Ask the engine about this layer again.</source>
      <translation>Interroger à nouveau le moteur sur cette couche.</translation>
    </message>
    <message>
      <source>Open a scene…</source>
      <translation>Ouvrir une scène…</translation>
    </message>
    <message>
      <source>Add a raster file to the project and choose it.</source>
      <translation>Ajouter un fichier raster au projet et le choisir.</translation>
    </message>
    <message>
      <source>Exporting the view…</source>
      <translation>Export de la vue…</translation>
    </message>
    <message>
      <source>La&amp;yer</source>
      <translation>Couc&amp;he</translation>
    </message>
    <message>
      <source>No data</source>
      <translation>Pas de données</translation>
    </message>
    <message>
      <source>Measured</source>
      <translation>Mesuré</translation>
    </message>
    <message>
      <source>{other} does not lie where {layer} does.</source>
      <translation>{other} n’est pas au même endroit que {layer}.</translation>
    </message>
    <message>
      <source>Export the view</source>
      <translation>Exporter la vue</translation>
    </message>
    <message>
      <source>GeoTIFF (*.tif)</source>
      <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
      <source>Add a raster layer to the project.</source>
      <translation>Ajoutez une couche raster au projet.</translation>
    </message>
    <message>
      <source>Reading the layer.</source>
      <translation>Lecture de la couche.</translation>
    </message>
    <message>
      <source>{questions} before the map: see Bands.</source>
      <translation>{questions} avant la carte : voir Bandes.</translation>
    </message>
    <message>
      <source>{questions} before the map.</source>
      <translation>{questions} avant la carte.</translation>
    </message>
    <message>
      <source>{width:,} × {height:,} pixels</source>
      <translation>{width:,} × {height:,} pixels</translation>
    </message>
    <message>
      <source>pixel size on the ground: {gsd:g} m</source>
      <translation>taille du pixel au sol : {gsd:g} m</translation>
    </message>
    <message>
      <source>bands used: {count}</source>
      <translation>bandes utilisées : {count}</translation>
    </message>
    <message>
      <source>units read from: {source}</source>
      <translation>unités lues dans : {source}</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Masque</translation>
    </message>
    <message>
      <source>What of the product's own masks is nodata</source>
      <translation>Ce qui, dans les masques du produit, est nodata</translation>
    </message>
    <message>
      <source>No data by the product's mask: {kinds}</source>
      <translation>Sans données d’après le masque du produit : {kinds}</translation>
    </message>
    <message>
      <source>Nothing of the product's mask counts as no data.</source>
      <translation>Rien du masque du produit ne compte comme sans données.</translation>
    </message>
    <message>
      <source>All of these</source>
      <translation>Tous</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <source>clouds</source>
      <translation>nuages</translation>
    </message>
    <message>
      <source>haze</source>
      <translation>brume</translation>
    </message>
    <message>
      <source>cloud shadow</source>
      <translation>ombre de nuage</translation>
    </message>
    <message>
      <source>snow</source>
      <translation>neige</translation>
    </message>
    <message>
      <source>Open a file, or a satellite product as you downloaded it</source>
      <translation>Ouvrir un fichier, ou un produit satellite tel que vous l’avez téléchargé</translation>
    </message>
    <message>
      <source>Open a folder</source>
      <translation>Ouvrir un dossier</translation>
    </message>
    <message>
      <source>Open a scene</source>
      <translation>Ouvrir une scène</translation>
    </message>
    <message>
      <source>What the item names is read from its server; nothing is sent there.</source>
      <translation>Ce que l’item nomme est lu sur son serveur ; rien n’y est envoyé.</translation>
    </message>
    <message>
      <source>Read it from the network</source>
      <translation>Le lire sur le réseau</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
      <source>Open a folder…</source>
      <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
      <source>Looking at {file}.</source>
      <translation>Examen de {file}.</translation>
    </message>
    <message>
      <source>{file} cannot be shown ({reason}).</source>
      <translation>{file} ne peut pas être affiché ({reason}).</translation>
    </message>
    <message>
      <source>QGIS cannot show the bands of {file}.</source>
      <translation>QGIS ne peut pas afficher les bandes de {file}.</translation>
    </message>
    <message>
      <source>QGIS cannot read {file} as one raster. If it holds several, use Layer &gt; Add Layer &gt; Add Raster Layer.</source>
      <translation>QGIS ne peut pas lire {file} comme un seul raster. S'il en contient plusieurs : Couche &gt; Ajouter une couche &gt; Ajouter une couche raster.</translation>
    </message>
    <message>
      <source>Show as</source>
      <translation>Afficher en</translation>
    </message>
    <message>
      <source>Show the layer in natural colour, in false colours, or as it was before</source>
      <translation>Afficher la couche en couleurs naturelles, en fausses couleurs ou comme avant</translation>
    </message>
    <message>
      <source>as before</source>
      <translation>comme avant</translation>
    </message>
    <message>
      <source>Clean up a map</source>
      <translation>Nettoyer une carte</translation>
    </message>
    <message>
      <source>Smaller regions are filled from their neighbours; long, thin ones stay.</source>
      <translation>Les zones plus petites sont comblées à partir de leurs voisines ; les zones longues et minces restent.</translation>
    </message>
    <message>
      <source>becomes</source>
      <translation>devient</translation>
    </message>
    <message>
      <source>Classes that become the same are merged. Choose a class, or type a new name.</source>
      <translation>Les classes qui deviennent la même sont fusionnées. Choisissez une classe ou tapez un nouveau nom.</translation>
    </message>
    <message>
      <source>The map as polygons, without gaps or overlaps.</source>
      <translation>La carte en polygones, sans trous ni recouvrements.</translation>
    </message>
    <message>
      <source>smooth</source>
      <translation>lissés</translation>
    </message>
    <message>
      <source>Rounds off the stairs of pixels; borders that polygons share stay shared.</source>
      <translation>Arrondit les escaliers des pixels ; les limites communes restent communes.</translation>
    </message>
    <message>
      <source>Minimum area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <source>A new map is made of the map's file and added to its group. Nothing is mapped again.</source>
      <translation>Une nouvelle carte est faite à partir du fichier de la carte et ajoutée à son groupe. Rien n'est cartographié de nouveau.</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>pixels</translation>
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
      <translation>Nettoyer…</translation>
    </message>
    <message>
      <source>Merge classes of a map, fill small regions, and draw smooth polygons.</source>
      <translation>Fusionner des classes d'une carte, combler les petites zones et dessiner des polygones lisses.</translation>
    </message>
    <message>
      <source>Clean up {name}</source>
      <translation>Nettoyer {name}</translation>
    </message>
    <message>
      <source>The cleaned map is done: {path}</source>
      <translation>La carte nettoyée est prête : {path}</translation>
    </message>
    <message>
      <source>cleaned map</source>
      <translation>carte nettoyée</translation>
    </message>
    <message>
      <source>cleaned polygons</source>
      <translation>polygones nettoyés</translation>
    </message>
    <message>
      <source>{file} is in the project. Pixels with another class now: {share}.</source>
      <translation>{file} est dans le projet. Pixels qui ont maintenant une autre classe : {share}.</translation>
    </message>
    <message>
      <source>The scene's folder cannot be written to; the map goes to {folder}.</source>
      <translation>Impossible d'écrire dans le dossier de la scène ; la carte va dans {folder}.</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>étiquettes</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: {why}.</source>
      <translation>Impossible d'écrire dans {folder} : {why}.</translation>
    </message>
    <message>
      <source>Cancelling.</source>
      <translation>Annulation.</translation>
    </message>
    <message>
      <source>whole layer</source>
      <translation>couche entière</translation>
    </message>
    <message>
      <source>current view</source>
      <translation>vue actuelle</translation>
    </message>
    <message>
      <source>drawn rectangle</source>
      <translation>rectangle dessiné</translation>
    </message>
    <message>
      <source>Which part to map. A pixel's class does not depend on it.</source>
      <translation>La partie à cartographier. La classe d'un pixel n'en dépend pas.</translation>
    </message>
    <message>
      <source>The map. Labels, recipe, confidence, polygons and report go beside it.</source>
      <translation>La carte. Étiquettes, recette, confiance, polygones et rapport vont à côté.</translation>
    </message>
    <message>
      <source>How unlike each pixel is to everything that was labelled: above 1 the map is a guess.</source>
      <translation>À quel point chaque pixel diffère de tout ce qui a été étiqueté : au-dessus de 1, la carte devine.</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>confiance</translation>
    </message>
    <message>
      <source>A second raster: how sure the map is of each pixel, 0 to 1.</source>
      <translation>Un second raster : la certitude de la carte pour chaque pixel, 0 à 1.</translation>
    </message>
    <message>
      <source>unlike</source>
      <translation>différent</translation>
    </message>
    <message>
      <source>The map as polygons with class, area and mean confidence, in a GeoPackage.</source>
      <translation>La carte en polygones avec classe, surface et confiance moyenne, dans un GeoPackage.</translation>
    </message>
    <message>
      <source>report</source>
      <translation>rapport</translation>
    </message>
    <message>
      <source>Accuracy, confusion matrix, areas and the recipe as a page to keep.</source>
      <translation>Exactitude, matrice de confusion, surfaces et recette en une page à garder.</translation>
    </message>
    <message>
      <source>Classi&amp;fy</source>
      <translation>Classi&amp;fier</translation>
    </message>
    <message>
      <source>Cancel; the same run goes on from here later.</source>
      <translation>Annuler ; le même traitement reprendra plus tard ici.</translation>
    </message>
    <message>
      <source>Map the whole scene in the background; QGIS stays usable.</source>
      <translation>Cartographier la scène entière en arrière-plan ; QGIS reste utilisable.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions and labels of two classes.</source>
      <translation>Exige une couche sans question ouverte et des étiquettes de deux classes.</translation>
    </message>
    <message>
      <source>Name the file for the map under “Output”.</source>
      <translation>Nommez le fichier de la carte sous « Sortie ».</translation>
    </message>
    <message>
      <source>There is no folder {folder}: choose another.</source>
      <translation>Le dossier {folder} n'existe pas : choisissez-en un autre.</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: choose another.</source>
      <translation>Impossible d'écrire dans {folder} : choisissez-en un autre.</translation>
    </message>
    <message>
      <source>A map is a GeoTIFF: {new} instead of {old}.</source>
      <translation>Une carte est un GeoTIFF : {new} au lieu de {old}.</translation>
    </message>
    <message>
      <source>{old} is there already; the new map is {new}.</source>
      <translation>{old} existe déjà ; la nouvelle carte est {new}.</translation>
    </message>
    <message>
      <source>Classify {name}</source>
      <translation>Classifier {name}</translation>
    </message>
    <message>
      <source>Map {name}</source>
      <translation>Cartographier {name}</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <source>Starting.</source>
      <translation>Démarrage.</translation>
    </message>
    <message>
      <source>{stage} ({number} of {count}):</source>
      <translation>{stage} ({number} sur {count}) :</translation>
    </message>
    <message>
      <source>The map of {name} is done: {path}</source>
      <translation>La carte de {name} est terminée : {path}</translation>
    </message>
    <message>
      <source>Save model…</source>
      <translation>Enregistrer le modèle…</translation>
    </message>
    <message>
      <source>Add model…</source>
      <translation>Ajouter un modèle…</translation>
    </message>
    <message>
      <source>Add a model that somebody has passed on, a zip or a folder, to the list of models.</source>
      <translation>Ajouter à la liste des modèles un modèle que quelqu'un a transmis : un zip ou un dossier.</translation>
    </message>
    <message>
      <source>Save the model {name}</source>
      <translation>Enregistrer le modèle {name}</translation>
    </message>
    <message>
      <source>Learning from the labels.</source>
      <translation>Apprend des étiquettes.</translation>
    </message>
    <message>
      <source>Save what the labels taught, to map other scenes of this sensor without labels.</source>
      <translation>Enregistrer ce que les étiquettes ont appris, pour cartographier d'autres scènes de ce capteur sans étiquettes.</translation>
    </message>
    <message>
      <source>One file to share (*.zip)</source>
      <translation>Un fichier à partager (*.zip)</translation>
    </message>
    <message>
      <source>Save model</source>
      <translation>Enregistrer le modèle</translation>
    </message>
    <message>
      <source>Folder of a model (*)</source>
      <translation>Dossier d'un modèle (*)</translation>
    </message>
    <message>
      <source>Add model</source>
      <translation>Ajouter un modèle</translation>
    </message>
    <message>
      <source>Models (*.zip card.json)</source>
      <translation>Modèles (*.zip card.json)</translation>
    </message>
    <message>
      <source>{name} is in the list of models.</source>
      <translation>{name} est dans la liste des modèles.</translation>
    </message>
    <message>
      <source>Saved: {path}.</source>
      <translation>Enregistré : {path}.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Recipe (JSON)</source>
      <translation>Recette (JSON)</translation>
    </message>
    <message>
      <source>Earlier maps</source>
      <translation>Cartes précédentes</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Click a map of the project to see its report and its recipe.</source>
      <translation>Cliquez sur une carte du projet pour voir son rapport et sa recette.</translation>
    </message>
    <message>
      <source>The report of {file} cannot be read: {why}.</source>
      <translation>Impossible de lire le rapport de {file} : {why}.</translation>
    </message>
    <message>
      <source>Name and colour, as on the map.</source>
      <translation>Nom et couleur, comme sur la carte.</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Harmonic mean of precision and recall, on left-out blocks of labels; 1 is perfect.</source>
      <translation>Moyenne harmonique de la précision et du rappel, sur des blocs d'étiquettes mis de côté ; 1 est parfait.</translation>
    </message>
    <message>
      <source>prec.</source>
      <translation>préc.</translation>
    </message>
    <message>
      <source>Precision: of the pixels mapped as this class, the share that is right.</source>
      <translation>Précision : parmi les pixels cartographiés dans cette classe, la part de ceux qui sont justes.</translation>
    </message>
    <message>
      <source>recall</source>
      <translation>rappel</translation>
    </message>
    <message>
      <source>Recall: of the pixels labelled as this class, the share that was found.</source>
      <translation>Rappel : parmi les pixels étiquetés dans cette classe, la part de ceux qui ont été trouvés.</translation>
    </message>
    <message>
      <source>Hectares mapped as this class, on the ellipsoid; not corrected for errors.</source>
      <translation>Hectares cartographiés dans cette classe, sur l'ellipsoïde ; sans correction des erreurs.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>{name}: labelled pixels {count:,}, held-out labels {held_out:,}</source>
      <translation>{name} : pixels étiquetés {count:,}, étiquettes mises de côté {held_out:,}</translation>
    </message>
    <message>
      <source>{name}: labelled pixels {count:,}. It could not be checked: label it in a second place.</source>
      <translation>{name} : pixels étiquetés {count:,}. Elle n'a pas pu être vérifiée : étiquetez-la à un second endroit.</translation>
    </message>
    <message>
      <source>Swipe between two results: move the pointer over the map, Esc ends</source>
      <translation>Balayer entre deux résultats : déplacez le pointeur sur la carte, Échap termine</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Map on the left</source>
      <translation>Carte à gauche</translation>
    </message>
    <message>
      <source>Map on the right</source>
      <translation>Carte à droite</translation>
    </message>
    <message>
      <source>Choose a layer above.</source>
      <translation>Choisissez une couche ci-dessus.</translation>
    </message>
    <message>
      <source>{model} needs no labels: map the scene below.</source>
      <translation>{model} n'a pas besoin d'étiquettes : cartographiez la scène ci-dessous.</translation>
    </message>
    <message>
      <source>Label classes of two groups to see the map.</source>
      <translation>Étiquetez des classes de deux groupes pour voir la carte.</translation>
    </message>
    <message>
      <source>Label two classes to see the map.</source>
      <translation>Étiquetez deux classes pour voir la carte.</translation>
    </message>
    <message>
      <source>The view does not show the scene: zoom to its layer.</source>
      <translation>La vue ne montre pas la scène : zoomez sur sa couche.</translation>
    </message>
    <message>
      <source>unlike all labels</source>
      <translation>différent de toutes les étiquettes</translation>
    </message>
    <message>
      <source>OFA preview</source>
      <translation>Aperçu OFA</translation>
    </message>
    <message>
      <source>l&amp;ive</source>
      <translation>en &amp;direct</translation>
    </message>
    <message>
      <source>Map what the canvas shows, again after each label.</source>
      <translation>Cartographier ce que montre le canevas, à nouveau après chaque étiquette.</translation>
    </message>
    <message>
      <source>m&amp;ap</source>
      <translation>cart&amp;e</translation>
    </message>
    <message>
      <source>Show the class of every pixel.</source>
      <translation>Afficher la classe de chaque pixel.</translation>
    </message>
    <message>
      <source>confide&amp;nce</source>
      <translation>c&amp;onfiance</translation>
    </message>
    <message>
      <source>Show how sure the map is: 0 (dark) is a guess, 1 (yellow) is certain.</source>
      <translation>Afficher la certitude de la carte : 0 (sombre) est une supposition, 1 (jaune) est certain.</translation>
    </message>
    <message>
      <source>classes</source>
      <translation>classes</translation>
    </message>
    <message>
      <source>groups</source>
      <translation>groupes</translation>
    </message>
    <message>
      <source>What maps show: each class, or each group of classes.</source>
      <translation>Ce que montrent les cartes : chaque classe, ou chaque groupe de classes.</translation>
    </message>
    <message>
      <source>How much of the scene the preview hides, in per cent.</source>
      <translation>Part de la scène que masque l'aperçu, en pour cent.</translation>
    </message>
    <message>
      <source>Where ne&amp;xt?</source>
      <translation>Où ensuite ?</translation>
    </message>
    <message>
      <source>Mark the places of the view where the map is least certain: label these next.</source>
      <translation>Marquer les lieux de la vue où la carte est la moins sûre : à étiqueter ensuite.</translation>
    </message>
    <message>
      <source>opacity</source>
      <translation>opacité</translation>
    </message>
    <message>
      <source>The view is too large to preview in whole: zoom in to see the rest.</source>
      <translation>La vue est trop grande pour un aperçu entier : zoomez pour voir le reste.</translation>
    </message>
    <message>
      <source>A small simulated Sentinel-2 scene with labels, to try everything on.</source>
      <translation>Une petite scène Sentinel-2 simulée avec des étiquettes, pour tout essayer.</translation>
    </message>
    <message>
      <source>Making the sample scene.</source>
      <translation>Création de la scène d'exemple.</translation>
    </message>
    <message>
      <source>The sample scene could not be made: {why}.</source>
      <translation>La scène d'exemple n'a pas pu être créée : {why}.</translation>
    </message>
    <message>
      <source>Sample scene (simulated)</source>
      <translation>Scène d'exemple (simulée)</translation>
    </message>
    <message>
      <source>Open the sample scene</source>
      <translation>Ouvrir la scène d'exemple</translation>
    </message>
    <message>
      <source>Looking at what is there…</source>
      <translation>Examen de l'existant…</translation>
    </message>
    <message>
      <source>Choose the Python in which the engine is installed.</source>
      <translation>Choisissez le Python dans lequel le moteur est installé.</translation>
    </message>
    <message>
      <source>Proving the engine…</source>
      <translation>Vérification du moteur…</translation>
    </message>
    <message>
      <source>Choose the folder with the wheels.</source>
      <translation>Choisissez le dossier des wheels.</translation>
    </message>
    <message>
      <source>{minutes}:{seconds} so far</source>
      <translation>{minutes}:{seconds} jusqu'ici</translation>
    </message>
    <message>
      <source>Stopped; nothing was changed.</source>
      <translation>Arrêté ; rien n'a été modifié.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Arrêt…</translation>
    </message>
    <message>
      <source>Really? Click again</source>
      <translation>Vraiment ? Recliquez</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>Suppression…</translation>
    </message>
    <message>
      <source>The diagnostics are on the clipboard.</source>
      <translation>Le diagnostic est dans le presse-papiers.</translation>
    </message>
    <message>
      <source>The command is on the clipboard.</source>
      <translation>La commande est dans le presse-papiers.</translation>
    </message>
    <message>
      <source>choose a Python in which the engine is installed</source>
      <translation>choisissez un Python dans lequel le moteur est installé</translation>
    </message>
    <message>
      <source>{python} has engine {found}, this plugin needs {needed}</source>
      <translation>{python} a le moteur {found}, cette extension exige {needed}</translation>
    </message>
    <message>
      <source>install the engine of this release there</source>
      <translation>installez-y le moteur de cette version</translation>
    </message>
    <message>
      <source>Install the OFA engine</source>
      <translation>Installer le moteur OFA</translation>
    </message>
    <message>
      <source>the log has all that was said</source>
      <translation>le journal contient tous les messages</translation>
    </message>
    <message>
      <source>Folder for the engine</source>
      <translation>Dossier du moteur</translation>
    </message>
    <message>
      <source>Folder with the wheels</source>
      <translation>Dossier des wheels</translation>
    </message>
    <message>
      <source>Python with the engine</source>
      <translation>Python avec le moteur</translation>
    </message>
    <message>
      <source>Base Python</source>
      <translation>Python de base</translation>
    </message>
    <message>
      <source>It must hold wheels of the engine's packages and of setuptools, for this system and Python.</source>
      <translation>Il doit contenir les wheels des paquets du moteur et de setuptools, pour ce système et ce Python.</translation>
    </message>
    <message>
      <source>Prove and use &amp;it</source>
      <translation>Véri&amp;fier et utiliser</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>Insta&amp;ller</translation>
    </message>
    <message>
      <source>Installing the engine</source>
      <translation>Installation du moteur</translation>
    </message>
    <message>
      <source>QGIS stays usable, and this page may be closed.</source>
      <translation>QGIS reste utilisable, et cette page peut être fermée.</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Installer le moteur</translation>
    </message>
    <message>
      <source>OFA computes in a program of its own. It needs a Python environment beside QGIS; QGIS's own Python stays as it is.</source>
      <translation>OFA calcule dans un programme à part. Il lui faut un environnement Python à côté de QGIS ; le Python de QGIS reste inchangé.</translation>
    </message>
    <message>
      <source>The engine works</source>
      <translation>Le moteur fonctionne</translation>
    </message>
    <message>
      <source>The engine needs a repair</source>
      <translation>Le moteur est à réparer</translation>
    </message>
    <message>
      <source>Takes about {cpu:.1f} GB, or {cuda:.0f} GB where pip picks the CUDA build of torch. {free:,.0f} GB are free here.</source>
      <translation>Occupe environ {cpu:.1f} Go, ou {cuda:.0f} Go si pip choisit la version CUDA de torch. {free:,.0f} Go sont libres ici.</translation>
    </message>
    <message>
      <source>Only {free:.1f} GB are free here; about {cpu:.1f} GB are needed, {cuda:.0f} GB with the CUDA build of torch.</source>
      <translation>Seuls {free:.1f} Go sont libres ici ; il faut environ {cpu:.1f} Go, {cuda:.0f} Go avec la version CUDA de torch.</translation>
    </message>
    <message>
      <source>Stop &amp;using it</source>
      <translation>Ne plu&amp;s l'utiliser</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>&amp;Supprimer</translation>
    </message>
    <message>
      <source>Nothing is deleted</source>
      <translation>Rien n'est supprimé</translation>
    </message>
    <message>
      <source>Delete the engine's environment; layers and results stay</source>
      <translation>Supprimer l'environnement du moteur ; couches et résultats restent</translation>
    </message>
    <message>
      <source>found: {python}</source>
      <translation>trouvé : {python}</translation>
    </message>
    <message>
      <source>Engine {engine} in {python}</source>
      <translation>Moteur {engine} dans {python}</translation>
    </message>
    <message>
      <source>Engine {engine} · Python {python} · {size:.1f} GB in {folder}</source>
      <translation>Moteur {engine} · Python {python} · {size:.1f} Go dans {folder}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Rasters</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>Disque</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Mémoire</translation>
    </message>
    <message>
      <source>Looking for a Python</source>
      <translation>Recherche d'un Python</translation>
    </message>
    <message>
      <source>Making the environment</source>
      <translation>Création de l'environnement</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>Installation des paquets</translation>
    </message>
    <message>
      <source>Looking at the engine</source>
      <translation>Examen du moteur</translation>
    </message>
    <message>
      <source>Proving the device with a matrix product</source>
      <translation>Vérification du processeur par un produit matriciel</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <source>The package index does not answer; trying again…</source>
      <translation>L'index de paquets ne répond pas ; nouvel essai…</translation>
    </message>
    <message>
      <source>{card} lies idle: the build of torch in this Python cannot use it.</source>
      <translation>{card} est inutilisée : la version de torch de ce Python ne peut pas s'en servir.</translation>
    </message>
    <message>
      <source>{card} lies idle. To use it, open “Install it differently”, name under More the package index with the CUDA builds of torch for your driver, and install again.</source>
      <translation>{card} est inutilisée. Pour s'en servir, ouvrez « Installer autrement », indiquez sous Plus l'index de paquets des versions CUDA de torch pour votre pilote, et réinstallez.</translation>
    </message>
    <message>
      <source>To use {card}, name under More the package index with the CUDA builds of torch.</source>
      <translation>Pour utiliser {card}, indiquez sous Plus l'index de paquets des versions CUDA de torch.</translation>
    </message>
    <message>
      <source>Mean and, shaded, one standard deviation of the labels of each class; the pixel under the cursor as a line with dots. Values as they stand in the file.</source>
      <translation>Moyenne et, en ombré, un écart type des étiquettes de chaque classe ; le pixel sous le curseur en ligne avec points. Valeurs telles que dans le fichier.</translation>
    </message>
    <message>
      <source>Spectra of the classes</source>
      <translation>Spectres des classes</translation>
    </message>
    <message>
      <source>Label some pixels to see the spectra of their classes.</source>
      <translation>Étiquetez quelques pixels pour voir les spectres de leurs classes.</translation>
    </message>
    <message>
      <source>All points fit their classes.</source>
      <translation>Tous les points correspondent à leurs classes.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like {other}: check it.</source>
      <translation>1 point de {name} ressemble à {other} : à vérifier.</translation>
    </message>
    <message>
      <source>{count:,} points of {name} look like {other}: check them.</source>
      <translation>{count:,} points de {name} ressemblent à {other} : à vérifier.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like no class: check it.</source>
      <translation>1 point de {name} ne ressemble à aucune classe : à vérifier.</translation>
    </message>
    <message>
      <source>{count:,} points of {name} look like no class: check them.</source>
      <translation>{count:,} points de {name} ne ressemblent à aucune classe : à vérifier.</translation>
    </message>
    <message>
      <source>A point is marked on the map where it is more than {far:g} robust standard deviations from the median of its class, over all bands. Classes with fewer than {least} points are not judged.</source>
      <translation>Un point est marqué sur la carte s'il est à plus de {far:g} écarts types robustes de la médiane de sa classe, sur toutes les bandes. Les classes de moins de {least} points ne sont pas jugées.</translation>
    </message>
    <message>
      <source>Values of the pixel under the cursor, as they stand in the file</source>
      <translation>Valeurs du pixel sous le curseur, telles que dans le fichier</translation>
    </message>
    <message>
      <source>Move over the layer on the map to see the values of a pixel.</source>
      <translation>Survolez la couche sur la carte pour voir les valeurs d'un pixel.</translation>
    </message>
    <message>
      <source>wavelength (nm)</source>
      <translation>longueur d'onde (nm)</translation>
    </message>
    <message>
      <source>band</source>
      <translation>bande</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Choose a layer</source>
      <translation>Choisir une couche</translation>
    </message>
    <message>
      <source>The scene to map. Below it stands what OFA has read: ✓ all is known, ▲ OFA asks you something under Bands.</source>
      <translation>La scène à cartographier. En dessous figure ce qu'OFA a lu : ✓ tout est connu, ▲ OFA pose une question sous Bandes.</translation>
    </message>
    <message>
      <source>Name your classes</source>
      <translation>Nommer les classes</translation>
    </message>
    <message>
      <source>Add a class for each kind of land cover and type its name. At least two are needed.</source>
      <translation>Ajoutez une classe pour chaque type d'occupation du sol et saisissez son nom. Il en faut au moins deux.</translation>
    </message>
    <message>
      <source>Click labels</source>
      <translation>Placer des étiquettes</translation>
    </message>
    <message>
      <source>Press Point, then click on the map where you know the class. Keys 1 to 9 choose the class, a right-click removes a label.</source>
      <translation>Cliquez sur Point, puis sur la carte là où vous connaissez la classe. Les touches 1 à 9 choisissent la classe, un clic droit enlève une étiquette.</translation>
    </message>
    <message>
      <source>Look at the preview</source>
      <translation>Regarder l'aperçu</translation>
    </message>
    <message>
      <source>The map of the view follows your labels. The line below says how good it is; Where next? marks the places where a label helps most.</source>
      <translation>La carte de la vue suit vos étiquettes. La ligne en dessous dit sa qualité ; Où ensuite ? marque les endroits où une étiquette aide le plus.</translation>
    </message>
    <message>
      <source>Classify the whole scene</source>
      <translation>Classifier la scène entière</translation>
    </message>
    <message>
      <source>Writes the map as a GeoTIFF and adds it to the project. QGIS stays usable meanwhile.</source>
      <translation>Écrit la carte en GeoTIFF et l'ajoute au projet. QGIS reste utilisable pendant ce temps.</translation>
    </message>
    <message>
      <source>New here? The tour takes a minute.</source>
      <translation>Première visite ? La visite guidée prend une minute.</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} sur {count}</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <source>Take the tour</source>
      <translation>Suivre la visite guidée</translation>
    </message>
    <message>
      <source>Above: the loss on training chips (blue) and on left-out blocks (orange); less is better. Below: the score on left-out blocks; the best so far has a ring.</source>
      <translation>En haut : la perte sur les vignettes d'entraînement (bleu) et sur les blocs mis de côté (orange) ; moins, c'est mieux. En bas : le score sur les blocs mis de côté ; le meilleur jusqu'ici porte un anneau.</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>pas</translation>
    </message>
    <message>
      <source>best {score} at step {step:,}</source>
      <translation>meilleur {score} au pas {step:,}</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>perte</translation>
    </message>
    <message>
      <source>training</source>
      <translation>entraînement</translation>
    </message>
    <message>
      <source>left-out blocks</source>
      <translation>blocs mis de côté</translation>
    </message>
    <message>
      <source>What the model learns to tell of each pixel.</source>
      <translation>Ce que le modèle apprend à dire de chaque pixel.</translation>
    </message>
    <message>
      <source>More that is trained needs more labels, time and memory.</source>
      <translation>Plus on entraîne, plus il faut d'étiquettes, de temps et de mémoire.</translation>
    </message>
    <message>
      <source>What turns the features into classes or numbers.</source>
      <translation>Ce qui transforme les caractéristiques en classes ou en nombres.</translation>
    </message>
    <message>
      <source>The model to start from.</source>
      <translation>Le modèle d'où l'on part.</translation>
    </message>
    <message>
      <source>as needed</source>
      <translation>selon le besoin</translation>
    </message>
    <message>
      <source>At most so many steps; a run that gains nothing more ends sooner.</source>
      <translation>Au plus ce nombre de pas ; un entraînement qui ne gagne plus rien s'arrête plus tôt.</translation>
    </message>
    <message>
      <source>Chips of the scene in a step: fewer need less memory.</source>
      <translation>Vignettes de la scène par pas : moins de vignettes demandent moins de mémoire.</translation>
    </message>
    <message>
      <source>What the list of models will call it; also the name of its folder.</source>
      <translation>Son nom dans la liste des modèles ; aussi le nom de son dossier.</translation>
    </message>
    <message>
      <source>Choose the field that holds the class or the number.</source>
      <translation>Choisissez le champ qui contient la classe ou le nombre.</translation>
    </message>
    <message>
      <source>Numbers come from a layer: choose one under Labels.</source>
      <translation>Les nombres viennent d'une couche : choisissez-en une sous Étiquettes.</translation>
    </message>
    <message>
      <source>Label two classes under Map, or choose a layer of labels.</source>
      <translation>Étiquetez deux classes sous Carte, ou choisissez une couche d'étiquettes.</translation>
    </message>
    <message>
      <source>those of the page Map</source>
      <translation>celles de la page Carte</translation>
    </message>
    <message>
      <source>Points or polygons with a field, or a raster of labels. What has no label is left out.</source>
      <translation>Des points ou polygones avec un champ, ou un raster d'étiquettes. Ce qui n'a pas d'étiquette ne compte pas.</translation>
    </message>
    <message>
      <source>The field that holds the class or the number</source>
      <translation>Le champ de la classe ou du nombre</translation>
    </message>
    <message>
      <source>Further scenes</source>
      <translation>Autres scènes</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Tête</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Pas</translation>
    </message>
    <message>
      <source>There is a model {name} already: give another name.</source>
      <translation>Il y a déjà un modèle {name} : donnez un autre nom.</translation>
    </message>
    <message>
      <source>Start trainin&amp;g</source>
      <translation>&amp;Lancer l'entraînement</translation>
    </message>
    <message>
      <source>Stop and &amp;keep the best</source>
      <translation>Arrêter et &amp;garder le meilleur</translation>
    </message>
    <message>
      <source>End now; the model is the best one so far.</source>
      <translation>Terminer maintenant ; le modèle est le meilleur jusqu'ici.</translation>
    </message>
    <message>
      <source>C&amp;ancel</source>
      <translation>A&amp;nnuler</translation>
    </message>
    <message>
      <source>Stop here; started again with the same settings, the run goes on.</source>
      <translation>S'arrêter ici ; relancé avec les mêmes réglages, l'entraînement continue.</translation>
    </message>
    <message>
      <source>What the run wrote beside the model.</source>
      <translation>Ce que l'entraînement a écrit à côté du modèle.</translation>
    </message>
    <message>
      <source>Map this scene with &amp;it</source>
      <translation>Cartographier cette &amp;scène avec lui</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>Scène</translation>
    </message>
    <message>
      <source>Train in the background; QGIS stays usable.</source>
      <translation>Entraîner en arrière-plan ; QGIS reste utilisable.</translation>
    </message>
    <message>
      <source>Choose the model under Map, and map the whole scene with it.</source>
      <translation>Choisir le modèle sous Carte et cartographier la scène entière avec lui.</translation>
    </message>
    <message>
      <source>A scene is being mapped: wait for it.</source>
      <translation>Une scène est en cours de cartographie : attendez.</translation>
    </message>
    <message>
      <source>The models are being listed.</source>
      <translation>La liste des modèles est en cours de lecture.</translation>
    </message>
    <message>
      <source>Choose a layer under Map.</source>
      <translation>Choisir une couche sous « Carte ».</translation>
    </message>
    <message>
      <source>{layer} is being read.</source>
      <translation>{layer} est en cours de lecture.</translation>
    </message>
    <message>
      <source>Answer what is asked about {layer}: press Bands… under Map.</source>
      <translation>Répondre aux questions sur {layer} : cliquer sur « Bandes… » sous « Carte ».</translation>
    </message>
    <message>
      <source>A model is trained from one source: remove the further layers under Map.</source>
      <translation>Un modèle s’entraîne sur une seule source : retirez les autres couches sous Carte.</translation>
    </message>
    <message>
      <source>{layer} cannot be used: the page Map says why.</source>
      <translation>{layer} ne peut pas être utilisée : la page « Carte » dit pourquoi.</translation>
    </message>
    <message>
      <source>Another training runs; this one begins when it is done.</source>
      <translation>Un autre entraînement est en cours ; celui-ci commencera quand il sera terminé.</translation>
    </message>
    <message>
      <source>On labels that were left out in blocks; with few labels it is a rough number.</source>
      <translation>Sur des étiquettes mises de côté par blocs ; avec peu d'étiquettes, c'est un chiffre grossier.</translation>
    </message>
    <message>
      <source>Stop and keep the best: possible after the first evaluation, when a model has been judged.</source>
      <translation>« Arrêter et garder le meilleur » : possible après la première évaluation, quand un modèle a été jugé.</translation>
    </message>
    <message>
      <source>Stopping: the best model is saved.</source>
      <translation>Arrêt en cours : le meilleur modèle est enregistré.</translation>
    </message>
    <message>
      <source>Cancelled; started again, it goes on from here.</source>
      <translation>Annulé ; relancé, il continue d'ici.</translation>
    </message>
    <message>
      <source>{path} cannot be opened.</source>
      <translation>{path} ne peut pas être ouvert.</translation>
    </message>
    <message>
      <source>the labels have no CRS</source>
      <translation>les étiquettes n'ont pas de SCR</translation>
    </message>
    <message>
      <source>set it in the layer's properties</source>
      <translation>définissez-le dans les propriétés de la couche</translation>
    </message>
    <message>
      <source>curves</source>
      <translation>courbes</translation>
    </message>
    <message>
      <source>confusion matrix</source>
      <translation>matrice de confusion</translation>
    </message>
    <message>
      <source>example maps</source>
      <translation>cartes exemples</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>dossier</translation>
    </message>
    <message>
      <source>expected a name of letters, digits, spaces and -_. for the model; found {name}</source>
      <translation>attendu pour le modèle un nom de lettres, chiffres, espaces et -_. ; trouvé {name}</translation>
    </message>
    <message>
      <source>give another</source>
      <translation>donnez-en un autre</translation>
    </message>
    <message>
      <source>Train {name}</source>
      <translation>Entraîner {name}</translation>
    </message>
    <message>
      <source>no other</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>Labelled scenes with the same bands, to be learnt from as well. Each is read with your answers about it under Bands…; what it leaves open is as in the scene above.</source>
      <translation>Des scènes étiquetées avec les mêmes bandes, dont on apprend aussi. Chacune est lue avec vos réponses à son sujet sous « Bandes… » ; ce qu'elle laisse ouvert est comme dans la scène ci-dessus.</translation>
    </message>
    <message>
      <source>The field {field} holds whole numbers only.</source>
      <translation>Le champ {field} ne contient que des nombres entiers.</translation>
    </message>
    <message>
      <source>Add value</source>
      <translation>Ajouter une valeur</translation>
    </message>
    <message>
      <source>Remove value</source>
      <translation>Supprimer une valeur</translation>
    </message>
    <message>
      <source>Values: points</source>
      <translation>Valeurs : points</translation>
    </message>
    <message>
      <source>number</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>The number at this place</source>
      <translation>Le nombre à cet endroit</translation>
    </message>
    <message>
      <source>value</source>
      <translation>valeur</translation>
    </message>
    <message>
      <source>{text} is no number.</source>
      <translation>{text} n'est pas un nombre.</translation>
    </message>
    <message>
      <source>Map {field} of {name}</source>
      <translation>Cartographier {field} de {name}</translation>
    </message>
    <message>
      <source>new points</source>
      <translation>nouveaux points</translation>
    </message>
    <message>
      <source>A vector layer with a number, or new points that you click.</source>
      <translation>Une couche vectorielle avec un nombre, ou de nouveaux points que vous cliquez.</translation>
    </message>
    <message>
      <source>Such as height, biomass or cover.</source>
      <translation>Comme la hauteur, la biomasse ou la couverture.</translation>
    </message>
    <message>
      <source>&amp;Type values on the map</source>
      <translation>&amp;Saisir des valeurs sur la carte</translation>
    </message>
    <message>
      <source>Click where you know the number, type it, press Enter. A right click removes, Ctrl+Z takes back.</source>
      <translation>Cliquez là où vous connaissez le nombre, saisissez-le, appuyez sur Entrée. Un clic droit supprime, Ctrl+Z annule.</translation>
    </message>
    <message>
      <source>M&amp;ap the values</source>
      <translation>Carto&amp;graphier les valeurs</translation>
    </message>
    <message>
      <source>A number that you know at some points, such as height, biomass or cover, becomes a map of the layer of the page Map. Fifty points all over it are a good start.</source>
      <translation>Un nombre connu en quelques points, comme la hauteur, la biomasse ou le couvert, devient une carte de la couche de la page Carte. Cinquante points répartis partout sont un bon début.</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>The layer {name} has no field of numbers: choose another one, or new points.</source>
      <translation>La couche {name} n'a aucun champ numérique : choisissez-en une autre, ou de nouveaux points.</translation>
    </message>
    <message>
      <source>Points: {count:,}, from {low} to {high}</source>
      <translation>Points : {count:,}, de {low} à {high}</translation>
    </message>
    <message>
      <source>Writes the map, the ends of its 90 % interval and a report beside the layer, in the background.</source>
      <translation>Écrit la carte, les bornes de son intervalle à 90 % et un rapport à côté de la couche, en arrière-plan.</translation>
    </message>
    <message>
      <source>Needs a layer without open questions, and points with a number.</source>
      <translation>Demande une couche sans question ouverte et des points avec un nombre.</translation>
    </message>
    <message>
      <source>unlike all points</source>
      <translation>différent de tous les points</translation>
    </message>
    <message>
      <source>R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:.2g}</source>
      <translation>R² {r2:.2f}, RMSE {rmse:.4g}, biais {bias:.2g}</translation>
    </message>
    <message>
      <source>Of points that were held out, as far from the others as the map is from all points. R² is the share of the variance that the map explains; RMSE and bias are in the unit of the number.</source>
      <translation>Sur des points mis de côté, aussi loin des autres que la carte l'est de tous les points. R² est la part de la variance que la carte explique ; RMSE et biais sont dans l'unité du nombre.</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>OFA: help</source>
      <translation>OFA : aide</translation>
    </message>
    <message>
      <source>the engine cannot be imported</source>
      <translation>le moteur ne peut pas être importé</translation>
    </message>
    <message>
      <source>{name} is not named like a Python interpreter</source>
      <translation>{name} ne porte pas le nom d'un interpréteur Python</translation>
    </message>
    <message>
      <source>there is no file {name}</source>
      <translation>le fichier {name} n'existe pas</translation>
    </message>
    <message>
      <source>{name} did not answer within {seconds:g} s</source>
      <translation>{name} n'a pas répondu en {seconds:g} s</translation>
    </message>
    <message>
      <source>{name} ended with exit code {code}</source>
      <translation>{name} s'est terminé avec le code {code}</translation>
    </message>
    <message>
      <source>{name} does not answer like Python: {error}</source>
      <translation>{name} ne répond pas comme Python : {error}</translation>
    </message>
    <message>
      <source>Python {version} is too old: the engine needs {oldest} or newer</source>
      <translation>Python {version} est trop ancien : le moteur a besoin de {oldest} ou plus récent</translation>
    </message>
    <message>
      <source>the folder {folder} cannot be written: {reason}</source>
      <translation>impossible d'écrire dans le dossier {folder} : {reason}</translation>
    </message>
    <message>
      <source>choose another folder</source>
      <translation>choisissez un autre dossier</translation>
    </message>
    <message>
      <source>another window of QGIS is installing into {folder}</source>
      <translation>une autre fenêtre de QGIS est en train d'installer dans {folder}</translation>
    </message>
    <message>
      <source>wait until it is done, then look again</source>
      <translation>attendez qu'elle ait terminé, puis vérifiez à nouveau</translation>
    </message>
    <message>
      <source>{name} cannot be removed: {reason}</source>
      <translation>{name} ne peut pas être supprimé : {reason}</translation>
    </message>
    <message>
      <source>look at its rights</source>
      <translation>vérifiez ses droits d'accès</translation>
    </message>
    <message>
      <source>{name} cannot be written: {reason}</source>
      <translation>{name} ne peut pas être écrit : {reason}</translation>
    </message>
    <message>
      <source>the new environment does not work: {problem}</source>
      <translation>le nouvel environnement ne fonctionne pas : {problem}</translation>
    </message>
    <message>
      <source>try again, or look at the log</source>
      <translation>réessayez, ou consultez le journal</translation>
    </message>
    <message>
      <source>{name} cannot make an environment: {said}</source>
      <translation>{name} ne peut pas créer d'environnement : {said}</translation>
    </message>
    <message>
      <source>choose another base Python under More</source>
      <translation>choisissez un autre Python de base sous Plus</translation>
    </message>
    <message>
      <source>the engine did not answer in time</source>
      <translation>le moteur n'a pas répondu à temps</translation>
    </message>
    <message>
      <source>try again</source>
      <translation>réessayez</translation>
    </message>
    <message>
      <source>{name} cannot be started: {reason}</source>
      <translation>{name} ne peut pas être démarré : {reason}</translation>
    </message>
    <message>
      <source>choose another Python</source>
      <translation>choisissez un autre Python</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <source>the engine does not answer: {said}</source>
      <translation>le moteur ne répond pas : {said}</translation>
    </message>
    <message>
      <source>look at the log</source>
      <translation>consultez le journal</translation>
    </message>
    <message>
      <source>the engine does not work: {name}: {found}</source>
      <translation>le moteur ne fonctionne pas : {name} : {found}</translation>
    </message>
    <message>
      <source>{package}, {size:,.0f} MB</source>
      <translation>{package}, {size:,.0f} Mo</translation>
    </message>
    <message>
      <source>{package}, {here:,.0f} / {size:,.0f} MB</source>
      <translation>{package}, {here:,.0f} / {size:,.0f} Mo</translation>
    </message>
    <message>
      <source>the folder {folder} has no wheel of {package} for Python {python} on {platform}</source>
      <translation>le dossier {folder} ne contient pas de wheel de {package} pour Python {python} sur {platform}</translation>
    </message>
    <message>
      <source>add it to the folder, or choose the Python for which the wheels were collected</source>
      <translation>ajoutez-le au dossier, ou choisissez le Python pour lequel les wheels ont été rassemblés</translation>
    </message>
    <message>
      <source>the package index has no {package} for Python {python} on this computer</source>
      <translation>l'index de paquets n'a pas {package} pour Python {python} sur cet ordinateur</translation>
    </message>
    <message>
      <source>choose another base Python, or name a package index that has it</source>
      <translation>choisissez un autre Python de base, ou indiquez un index de paquets qui le propose</translation>
    </message>
    <message>
      <source>pip failed: {said}</source>
      <translation>pip a échoué : {said}</translation>
    </message>
    <message>
      <source>the log has all that it said</source>
      <translation>le journal contient tout ce qu'il a dit</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>le disque est plein</translation>
    </message>
    <message>
      <source>free some space, or choose a folder on another disk</source>
      <translation>libérez de l'espace, ou choisissez un dossier sur un autre disque</translation>
    </message>
    <message>
      <source>the package index is not trusted: its certificate could not be verified</source>
      <translation>l'index de paquets n'est pas fiable : son certificat n'a pas pu être vérifié</translation>
    </message>
    <message>
      <source>behind a company's proxy, give pip its certificate once: pip config set global.cert FILE</source>
      <translation>derrière le proxy d'une entreprise, donnez une fois son certificat à pip : pip config set global.cert FICHIER</translation>
    </message>
    <message>
      <source>the proxy refused the connection to the package index</source>
      <translation>le proxy a refusé la connexion à l'index de paquets</translation>
    </message>
    <message>
      <source>set the proxy in QGIS under Options, Network, with user name where it wants one</source>
      <translation>réglez le proxy dans QGIS sous Options, Réseau, avec un nom d'utilisateur s'il en demande un</translation>
    </message>
    <message>
      <source>the package index cannot be reached</source>
      <translation>l'index de paquets est injoignable</translation>
    </message>
    <message>
      <source>look at the network and at the proxy in QGIS's options, or install from an offline folder</source>
      <translation>vérifiez le réseau et le proxy dans les options de QGIS, ou installez depuis un dossier hors ligne</translation>
    </message>
    <message>
      <source>a file could not be written: access was denied</source>
      <translation>un fichier n'a pas pu être écrit : accès refusé</translation>
    </message>
    <message>
      <source>choose a folder of your own, and let the virus scanner allow it</source>
      <translation>choisissez un dossier à vous, et autorisez-le dans l'antivirus</translation>
    </message>
    <message>
      <source>a package came damaged</source>
      <translation>un paquet est arrivé endommagé</translation>
    </message>
    <message>
      <source>try again; if it stays, run pip cache purge or collect the wheels anew</source>
      <translation>réessayez ; si cela persiste, lancez pip cache purge ou rassemblez à nouveau les wheels</translation>
    </message>
    <message>
      <source>the engine's source is not in {source}</source>
      <translation>les sources du moteur ne sont pas dans {source}</translation>
    </message>
    <message>
      <source>install the plugin again</source>
      <translation>réinstallez l'extension</translation>
    </message>
    <message>
      <source>the folder {offline} has no wheels (.whl)</source>
      <translation>le dossier {offline} ne contient pas de wheels (.whl)</translation>
    </message>
    <message>
      <source>choose the folder with the wheels</source>
      <translation>choisissez le dossier qui contient les wheels</translation>
    </message>
    <message>
      <source>the folder's name is too long for Windows by {count} characters</source>
      <translation>le nom du dossier dépasse de {count} caractères ce que Windows permet</translation>
    </message>
    <message>
      <source>choose a folder with a shorter name, such as C:\ofa</source>
      <translation>choisissez un dossier au nom plus court, comme C:\ofa</translation>
    </message>
    <message>
      <source>only {free:.1f} GB are free where the engine would go; {least:.1f} GB are needed</source>
      <translation>seuls {free:.1f} Go sont libres à l'emplacement du moteur ; il en faut {least:.1f}</translation>
    </message>
    <message>
      <source>the engine is version {engine}, this plugin brings {brought}</source>
      <translation>le moteur est en version {engine}, cette extension apporte {brought}</translation>
    </message>
    <message>
      <source>the engine differs from the one that this plugin brings ({brought})</source>
      <translation>le moteur diffère de celui qu'apporte cette extension ({brought})</translation>
    </message>
    <message>
      <source>install Python {oldest} or newer, or choose one under More</source>
      <translation>installez Python {oldest} ou plus récent, ou choisissez-en un sous Plus</translation>
    </message>
    <message>
      <source>{name} does not do: {problem}</source>
      <translation>{name} ne convient pas : {problem}</translation>
    </message>
    <message>
      <source>found only {versions}</source>
      <translation>trouvé seulement {versions}</translation>
    </message>
    <message>
      <source>found none</source>
      <translation>trouvé aucun</translation>
    </message>
    <message>
      <source>the engine needs a Python {oldest} or newer: {found}</source>
      <translation>le moteur a besoin de Python {oldest} ou plus récent ; {found}</translation>
    </message>
    <message>
      <source>the labels {name} have no field {field}</source>
      <translation>les étiquettes {name} n'ont pas de champ {field}</translation>
    </message>
    <message>
      <source>choose one of: {fields}</source>
      <translation>choisissez parmi : {fields}</translation>
    </message>
    <message>
      <source>add a field that holds the class</source>
      <translation>ajoutez un champ qui contient la classe</translation>
    </message>
    <message>
      <source>not all of it was written</source>
      <translation>elles n'ont pas été écrites en entier</translation>
    </message>
    <message>
      <source>the field {field} holds other things than numbers: {found}</source>
      <translation>le champ {field} contient autre chose que des nombres : {found}</translation>
    </message>
    <message>
      <source>choose a field of numbers</source>
      <translation>choisissez un champ de nombres</translation>
    </message>
    <message>
      <source>the labels cannot be written to {path} ({reason})</source>
      <translation>impossible d'écrire les étiquettes dans {path} ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to, with space left</source>
      <translation>choisissez un dossier accessible en écriture, où il reste de la place</translation>
    </message>
    <message>
      <source>the labels {name} cannot be brought to {crs}</source>
      <translation>impossible de reprojeter les étiquettes {name} en {crs}</translation>
    </message>
    <message>
      <source>reproject them in QGIS first</source>
      <translation>reprojetez-les d'abord dans QGIS</translation>
    </message>
    <message>
      <source>the extent has no place in the CRS of {name}</source>
      <translation>l'emprise n'existe pas dans le SCR de {name}</translation>
    </message>
    <message>
      <source>zoom to the layer</source>
      <translation>zoomez sur la couche</translation>
    </message>
    <message>
      <source>the extent lies outside {name}</source>
      <translation>l'emprise est hors de {name}</translation>
    </message>
    <message>
      <source>the file exists already: {path}</source>
      <translation>le fichier existe déjà : {path}</translation>
    </message>
    <message>
      <source>choose another name</source>
      <translation>choisissez un autre nom</translation>
    </message>
    <message>
      <source>the export was cancelled</source>
      <translation>l'export a été annulé</translation>
    </message>
    <message>
      <source>the export to {path} failed</source>
      <translation>l'export vers {path} a échoué</translation>
    </message>
    <message>
      <source>Export {name}</source>
      <translation>Exporter {name}</translation>
    </message>
    <message>
      <source>no raster layer is chosen</source>
      <translation>aucune couche raster n'est choisie</translation>
    </message>
    <message>
      <source>choose the layer to classify</source>
      <translation>choisissez la couche à classifier</translation>
    </message>
    <message>
      <source>the layer {name} cannot be opened</source>
      <translation>impossible d'ouvrir la couche {name}</translation>
    </message>
    <message>
      <source>repair its data source in QGIS</source>
      <translation>réparez sa source de données dans QGIS</translation>
    </message>
    <message>
      <source>the CRS or the nodata values of {name} are set in QGIS only, and not in its file</source>
      <translation>le SCR ou les valeurs nodata de {name} ne sont définis que dans QGIS, pas dans son fichier</translation>
    </message>
    <message>
      <source>export the layer as GeoTIFF, which keeps them</source>
      <translation>exportez la couche en GeoTIFF, qui les conserve</translation>
    </message>
    <message>
      <source>{name} is no file: only QGIS can read it</source>
      <translation>la couche {name} n'est pas un fichier : seul QGIS peut la lire</translation>
    </message>
    <message>
      <source>{name} lives in the memory of QGIS</source>
      <translation>la couche {name} est dans la mémoire de QGIS</translation>
    </message>
    <message>
      <source>{name} is read with access rights that QGIS keeps</source>
      <translation>{name} est lue avec des droits d'accès que QGIS conserve</translation>
    </message>
    <message>
      <source>{name} is opened with options of its own ({options})</source>
      <translation>{name} est ouverte avec ses propres options ({options})</translation>
    </message>
    <message>
      <source>the file of {name} is gone: {path}</source>
      <translation>le fichier de {name} a disparu : {path}</translation>
    </message>
    <message>
      <source>export the part you need as GeoTIFF</source>
      <translation>exportez la partie utile en GeoTIFF</translation>
    </message>
    <message>
      <source>export the part you need as GeoTIFF; it will hold the colours of a picture, not measurements</source>
      <translation>exportez la partie utile en GeoTIFF ; elle contiendra les couleurs d'une image, pas des mesures</translation>
    </message>
    <message>
      <source>the bands of {name} have different nodata settings</source>
      <translation>les bandes de {name} ont des réglages nodata différents</translation>
    </message>
    <message>
      <source>give all bands the same in the layer's properties, or export the part you need as GeoTIFF</source>
      <translation>réglez-les à l'identique dans les propriétés de la couche, ou exportez la partie utile en GeoTIFF</translation>
    </message>
    <message>
      <source>the product of {name} is gone: {path}</source>
      <translation>le produit de {name} a disparu : {path}</translation>
    </message>
    <message>
      <source>put it back, or open the product from where it is now</source>
      <translation>remettez-le en place, ou ouvrez le produit là où il est maintenant</translation>
    </message>
    <message>
      <source>Map of {scene} by OFA.</source>
      <translation>Carte de {scene} par OFA.</translation>
    </message>
    <message>
      <source>map</source>
      <translation>carte</translation>
    </message>
    <message>
      <source>values</source>
      <translation>valeurs</translation>
    </message>
    <message>
      <source>upper end, 90 %</source>
      <translation>borne supérieure, 90 %</translation>
    </message>
    <message>
      <source>lower end, 90 %</source>
      <translation>borne inférieure, 90 %</translation>
    </message>
    <message>
      <source>Not checked: {name}. Label it in a second place.</source>
      <translation>Non vérifiée : {name}. Étiquetez-la à un second lieu.</translation>
    </message>
    <message>
      <source>Not checked: {names}. Label each in a second place.</source>
      <translation>Non vérifiées : {names}. Étiquetez chacune à un second lieu.</translation>
    </message>
    <message>
      <source>Labels are held out as far from the others as the mapped pixels are from the labels, and mapped without being known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each counted alike, with the range in which it lies in 90 % of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class is checked if it has labels in two or more places far apart. One number is shown only if the checked classes are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.</source>
      <translation>Des étiquettes sont mises de côté aussi loin des autres que les pixels cartographiés le sont des étiquettes, et cartographiées sans être connues, afin que des voisins n'embellissent pas le score. Le macro-F1 est la moyenne des F1 des classes vérifiées, chacune comptant autant, avec l'intervalle dans lequel il se trouve dans 90 % de tels cas ; l'exactitude globale est la part des pixels étiquetés mis de côté qui sont bien cartographiés ; 1 est parfait. Une classe est vérifiée si elle a des étiquettes en au moins deux endroits éloignés. Un seul nombre n'est affiché que si les classes vérifiées font au moins {least:.0f} % des classes et de la surface cartographiée : les autres peuvent être bien ou mal cartographiées.</translation>
    </message>
    <message>
      <source> (untrained)</source>
      <translation> (non entraîné)</translation>
    </message>
    <message>
      <source>Model: {name}{trained}, sha256 {digest}</source>
      <translation>Modèle : {name}{trained}, sha256 {digest}</translation>
    </message>
    <message>
      <source>Sensor: {sensor}, units: {units}</source>
      <translation>Capteur : {sensor}, unités : {units}</translation>
    </message>
    <message>
      <source>Made {time}</source>
      <translation>Créé le {time}</translation>
    </message>
    <message>
      <source>expected one JSON object a line, found {line!r}</source>
      <translation>attendu : un objet JSON par ligne ; trouvé : {line!r}</translation>
    </message>
    <message>
      <source>expected a JSON object, found {found}</source>
      <translation>attendu : un objet JSON ; trouvé : {found}</translation>
    </message>
    <message>
      <source>expected a kind of {kinds}; found {found}</source>
      <translation>attendu : un type parmi {kinds} ; trouvé : {found}</translation>
    </message>
    <message>
      <source>a {kind} message lacks a field: {error}</source>
      <translation>il manque un champ à un message de type {kind} : {error}</translation>
    </message>
    <message>
      <source>OFA: labels to a map</source>
      <translation>OFA : des étiquettes à la carte</translation>
    </message>
    <message>
      <source>Click a few labels, get a class map</source>
      <translation>Quelques étiquettes cliquées, une carte de classes</translation>
    </message>
    <message>
      <source>Assess a map by its sample</source>
      <translation>Évaluer une carte par son échantillon</translation>
    </message>
    <message>
      <source>Accuracy of a map and areas of its classes, with 95 % intervals, from an answered sample.</source>
      <translation>Exactitude d'une carte et surfaces de ses classes, avec intervalles à 95 %, d'après un échantillon renseigné.</translation>
    </message>
    <message>
      <source>Answered sample</source>
      <translation>Échantillon renseigné</translation>
    </message>
    <message>
      <source>The file of Draw an accuracy sample, with a class in the field answer of its points.</source>
      <translation>Le fichier de « Tirer un échantillon d'exactitude », avec une classe dans le champ answer de ses points.</translation>
    </message>
    <message>
      <source>A folder for page, table, JSON and picture.</source>
      <translation>Un dossier pour la page, le tableau, le JSON et l'image.</translation>
    </message>
    <message>
      <source>Overall accuracy</source>
      <translation>Exactitude globale</translation>
    </message>
    <message>
      <source>All that was found (JSON)</source>
      <translation>Tout ce qui a été trouvé (JSON)</translation>
    </message>
    <message>
      <source>deep learning,AI,satellite,Sentinel,radar,hyperspectral,land cover,engine</source>
      <translation>apprentissage profond,IA,satellite,Sentinel,radar,hyperspectral,occupation du sol,moteur</translation>
    </message>
    <message>
      <source>The engine is not set up yet: open the OFA dock and set it up.</source>
      <translation>Le moteur n'est pas encore installé : ouvrez le panneau OFA et installez-le.</translation>
    </message>
    <message>
      <source>A raster that GDAL reads, such as a GeoTIFF or a VRT. Nodata and CRS are as in its properties.</source>
      <translation>Un raster lu par GDAL, comme un GeoTIFF ou un VRT. La valeur nodata et le SCR sont ceux de ses propriétés.</translation>
    </message>
    <message>
      <source>A raster of whole numbers, such as the map of Classify a scene from labels.</source>
      <translation>Un raster de nombres entiers, tel que la carte de « Classifier une scène à partir d'étiquettes ».</translation>
    </message>
    <message>
      <source>Extent (xmin,xmax,ymin,ymax [EPSG:32632])</source>
      <translation>Emprise (xmin,xmax,ymin,ymax [EPSG:32632])</translation>
    </message>
    <message>
      <source>Empty: the whole layer. A pixel's answer does not depend on it.</source>
      <translation>Vide : la couche entière. Le résultat d'un pixel n'en dépend pas.</translation>
    </message>
    <message>
      <source>the layer cannot be opened as a raster</source>
      <translation>impossible d'ouvrir la couche comme raster</translation>
    </message>
    <message>
      <source>choose a raster layer</source>
      <translation>choisissez une couche raster</translation>
    </message>
    <message>
      <source>the extent is empty</source>
      <translation>l'emprise est vide</translation>
    </message>
    <message>
      <source>leave it open for the whole layer, or give another one</source>
      <translation>laissez-la ouverte pour toute la couche, ou indiquez-en une autre</translation>
    </message>
    <message>
      <source>results are written to a disk; {text} is not there</source>
      <translation>les résultats s'écrivent sur un disque ; {text} n'y est pas</translation>
    </message>
    <message>
      <source>give a path on a disk, and copy the result</source>
      <translation>donnez un chemin sur un disque, et copiez le résultat</translation>
    </message>
    <message>
      <source>Recipe, to be run again with: engine run RECIPE.json</source>
      <translation>Recette, à relancer avec : engine run RECIPE.json</translation>
    </message>
    <message>
      <source>Cancelled; nothing was written.</source>
      <translation>Annulé ; rien n'a été écrit.</translation>
    </message>
    <message>
      <source>Find what has changed</source>
      <translation>Trouver ce qui a changé</translation>
    </message>
    <message>
      <source>Two dates of one place: what has changed from the one to the other, with labels or without?</source>
      <translation>Deux dates d'un même lieu : qu'est-ce qui a changé de l'une à l'autre, avec ou sans étiquettes ?</translation>
    </message>
    <message>
      <source>A layer of the same place, and without labels of the same sensor. It is brought onto the grid of the first.</source>
      <translation>Une couche du même lieu et, sans étiquettes, du même capteur. Elle est ramenée sur la grille de la première.</translation>
    </message>
    <message>
      <source>Without labels: the share of unchanged pixels that may count as changed.</source>
      <translation>Sans étiquettes : la part des pixels inchangés qui peut compter comme changée.</translation>
    </message>
    <message>
      <source>Minimum area (0.5ha, 5000m2, 20px)</source>
      <translation>Surface minimale (0.5ha, 5000m2, 20px)</translation>
    </message>
    <message>
      <source>Of the polygons. Empty: all of them.</source>
      <translation>Des polygones. Vide : tous.</translation>
    </message>
    <message>
      <source>Move the later date onto the first</source>
      <translation>Ramener la date ultérieure sur la première</translation>
    </message>
    <message>
      <source>If they lie more than half a pixel apart. Off: such a run is refused.</source>
      <translation>Si elles sont décalées de plus d'un demi-pixel. Désactivé : un tel traitement est refusé.</translation>
    </message>
    <message>
      <source>Compare even if the dates lie apart</source>
      <translation>Comparer même des dates décalées</translation>
    </message>
    <message>
      <source>Edges look changed then.</source>
      <translation>Les bords semblent alors changés.</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as change.tif: at 2, one in a hundred unchanged pixels looks as changed. With labels, a map of classes.</source>
      <translation>Un GeoTIFF comme change.tif : à 2, un pixel inchangé sur cent paraît aussi changé. Avec des étiquettes, une carte de classes.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <source>A GeoTIFF: how sure the map is of each pixel, 0 to 1. Needs labels.</source>
      <translation>Un GeoTIFF : à quel point la carte est sûre de chaque pixel, de 0 à 1. Demande des étiquettes.</translation>
    </message>
    <message>
      <source>Table of transitions</source>
      <translation>Tableau des transitions</translation>
    </message>
    <message>
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <source>How much has gone from which class to which, in hectares. Needs labels.</source>
      <translation>Quelle surface est passée de quelle classe à quelle autre, en hectares. Demande des étiquettes.</translation>
    </message>
    <message>
      <source>Polygons of change</source>
      <translation>Polygones de changement</translation>
    </message>
    <message>
      <source>A file such as changes.gpkg, .geojson or .shp, with a score for each polygon.</source>
      <translation>Un fichier comme changes.gpkg, .geojson ou .shp, avec un score pour chaque polygone.</translation>
    </message>
    <message>
      <source>Share that counts as changed</source>
      <translation>Part qui passe pour changée</translation>
    </message>
    <message>
      <source>Points, lines or polygons with classes of the ground, or with what has changed.</source>
      <translation>Points, lignes ou polygones avec des classes du sol, ou avec ce qui a changé.</translation>
    </message>
    <message>
      <source>The field that holds the class.</source>
      <translation>Le champ qui contient la classe.</translation>
    </message>
    <message>
      <source>Class field of the later date</source>
      <translation>Champ de classe de la date ultérieure</translation>
    </message>
    <message>
      <source>Empty: the class is that of both dates.</source>
      <translation>Vide : la classe est celle des deux dates.</translation>
    </message>
    <message>
      <source>Class of what has not changed (unchanged, stable …)</source>
      <translation>Classe de ce qui n'a pas changé (inchangé, stable …)</translation>
    </message>
    <message>
      <source>Give it if the labels say what has changed, and not what is on the ground.</source>
      <translation>Indiquez-la si les étiquettes disent ce qui a changé, et non ce qui est au sol.</translation>
    </message>
    <message>
      <source>the later date cannot be opened</source>
      <translation>la date ultérieure ne peut pas être ouverte</translation>
    </message>
    <message>
      <source>the output is the input</source>
      <translation>la sortie est l'entrée</translation>
    </message>
    <message>
      <source>Classify a scene from labels</source>
      <translation>Classifier une scène à partir d'étiquettes</translation>
    </message>
    <message>
      <source>A few labelled points or polygons become a map of the whole scene.</source>
      <translation>Quelques points ou polygones étiquetés deviennent une carte de toute la scène.</translation>
    </message>
    <message>
      <source>Points, lines or polygons; five to ten places for each class are a good start.</source>
      <translation>Points, lignes ou polygones ; cinq à dix endroits par classe sont un bon début.</translation>
    </message>
    <message>
      <source>Field with the class</source>
      <translation>Champ de la classe</translation>
    </message>
    <message>
      <source>Text or whole numbers, such as forest, water or 11, 12.</source>
      <translation>Texte ou nombres entiers, comme forêt, eau ou 11, 12.</translation>
    </message>
    <message>
      <source>Where the labels lie in several scenes: all of them teach, and the first is mapped.</source>
      <translation>Si les étiquettes sont dans plusieurs scènes : toutes enseignent, et la première est cartographiée.</translation>
    </message>
    <message>
      <source>A folder for a page with accuracy, confusion matrix and areas.</source>
      <translation>Un dossier pour une page avec exactitude, matrice de confusion et surfaces.</translation>
    </message>
    <message>
      <source>Model for other scenes</source>
      <translation>Modèle pour d'autres scènes</translation>
    </message>
    <message>
      <source>A folder for what the labels taught: Map a scene with a trained model takes it.</source>
      <translation>Un dossier pour ce que les étiquettes ont appris : « Cartographier une scène avec un modèle entraîné » le prend.</translation>
    </message>
    <message>
      <source>Macro-F1 of held-out labels (-1: too little could be checked)</source>
      <translation>Macro-F1 des étiquettes mises de côté (-1 : trop peu a pu être vérifié)</translation>
    </message>
    <message>
      <source>Overall accuracy of held-out labels (-1: too little could be checked)</source>
      <translation>Exactitude globale des étiquettes mises de côté (-1 : trop peu a pu être vérifié)</translation>
    </message>
    <message>
      <source>Number of classes that could be checked</source>
      <translation>Nombre de classes qui ont pu être vérifiées</translation>
    </message>
    <message>
      <source>Number of held-out labels</source>
      <translation>Nombre d'étiquettes mises de côté</translation>
    </message>
    <message>
      <source>Number of folds</source>
      <translation>Nombre de plis</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>Nombre de classes</translation>
    </message>
    <message>
      <source>Empty: as the file of labels says, else as the engine chooses.</source>
      <translation>Vide : comme l’indique le fichier d’étiquettes, sinon au choix du moteur.</translation>
    </message>
    <message>
      <source>Values (water=1,forest=2 …)</source>
      <translation>Valeurs (water=1,forest=2 …)</translation>
    </message>
    <message>
      <source>Of classes on the map: whole numbers from 0 to 255.</source>
      <translation>Des classes sur la carte : nombres entiers de 0 à 255.</translation>
    </message>
    <message>
      <source>Colours (water=#0072b2 …)</source>
      <translation>Couleurs (water=#0072b2 …)</translation>
    </message>
    <message>
      <source>Of classes on the map. Empty: as the layer of labels shows them.</source>
      <translation>Des classes sur la carte. Vide : comme les montre la couche d’étiquettes.</translation>
    </message>
    <message>
      <source>Map the groups of classes</source>
      <translation>Cartographier les groupes de classes</translation>
    </message>
    <message>
      <source>Needs labels of the dock, whose classes are in groups.</source>
      <translation>Demande des étiquettes du panneau dont les classes sont dans des groupes.</translation>
    </message>
    <message>
      <source>the file of labels tells no groups of classes</source>
      <translation>le fichier d’étiquettes n’indique aucun groupe de classes</translation>
    </message>
    <message>
      <source>put classes into groups in the dock, or map classes</source>
      <translation>mettez des classes dans des groupes dans le panneau, ou cartographiez les classes</translation>
    </message>
    <message>
      <source>not checked</source>
      <translation>non vérifiée</translation>
    </message>
    <message>
      <source>Model: {name}</source>
      <translation>Modèle : {name}</translation>
    </message>
    <message>
      <source>Device: {device}</source>
      <translation>Processeur : {device}</translation>
    </message>
    <message>
      <source>Classes merged, small regions filled, roads and streams kept, polygons without gaps.</source>
      <translation>Classes fusionnées, petites zones comblées, routes et ruisseaux conservés, polygones sans trous.</translation>
    </message>
    <message>
      <source>Smaller regions are filled from their neighbours; long, thin ones stay. Empty: none.</source>
      <translation>Les zones plus petites sont comblées à partir de leurs voisines ; les zones longues et minces restent. Vide : aucune.</translation>
    </message>
    <message>
      <source>Merge classes (crops=wheat+maize …)</source>
      <translation>Fusionner des classes (crops=wheat+maize …)</translation>
    </message>
    <message>
      <source>New class, =, and the classes that it is made of, by name or value.</source>
      <translation>Nouvelle classe, =, et les classes dont elle est faite, par nom ou valeur.</translation>
    </message>
    <message>
      <source>Cleaned map</source>
      <translation>Carte nettoyée</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as clean.tif.</source>
      <translation>Un GeoTIFF, comme clean.tif.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Smooth the polygons</source>
      <translation>Lisser les polygones</translation>
    </message>
    <message>
      <source>A folder for page, picture and JSON.</source>
      <translation>Un dossier pour la page, l'image et le JSON.</translation>
    </message>
    <message>
      <source>{name}: pixels {before:,} before, {after:,} now</source>
      <translation>{name} : pixels {before:,} avant, {after:,} maintenant</translation>
    </message>
    <message>
      <source>Map a scene without labels</source>
      <translation>Cartographier une scène sans étiquettes</translation>
    </message>
    <message>
      <source>Clusters of alike pixels as a map of classes, to be merged and named.</source>
      <translation>Des groupes de pixels semblables en une carte de classes, à réunir et à nommer.</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as map.tif.</source>
      <translation>Un GeoTIFF, comme carte.tif.</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp, with a field class to be renamed.</source>
      <translation>Un fichier comme map.gpkg, .geojson ou .shp, avec un champ class à renommer.</translation>
    </message>
    <message>
      <source>Points inside the clusters</source>
      <translation>Points à l'intérieur des groupes</translation>
    </message>
    <message>
      <source>A GeoPackage with a field class: labels, once the clusters have names.</source>
      <translation>Un GeoPackage avec un champ class : des étiquettes, une fois les groupes nommés.</translation>
    </message>
    <message>
      <source>the points go to a GeoPackage; found {name}</source>
      <translation>les points vont dans un GeoPackage ; trouvé : {name}</translation>
    </message>
    <message>
      <source>end the name with .gpkg</source>
      <translation>terminez le nom par .gpkg</translation>
    </message>
    <message>
      <source>Count objects</source>
      <translation>Compter des objets</translation>
    </message>
    <message>
      <source>Trees, boats, tanks: from ten that are outlined to all in the scene, with a score and a range.</source>
      <translation>Arbres, bateaux, cuves : de dix objets délimités à tous ceux de la scène, avec un score et un intervalle.</translation>
    </message>
    <message>
      <source>Outlined objects</source>
      <translation>Objets délimités</translation>
    </message>
    <message>
      <source>Polygons around some objects of one kind, ten are a good start; or points with a size.</source>
      <translation>Des polygones autour de quelques objets d’un même type, dix sont un bon début ; ou des points avec une taille.</translation>
    </message>
    <message>
      <source>Fully outlined area</source>
      <translation>Zone entièrement délimitée</translation>
    </message>
    <message>
      <source>A polygon in which each object is outlined. Empty: the box around the outlined objects.</source>
      <translation>Un polygone dans lequel chaque objet est délimité. Vide : le rectangle autour des objets délimités.</translation>
    </message>
    <message>
      <source>Diameter in metres</source>
      <translation>Diamètre en mètres</translation>
    </message>
    <message>
      <source>How large an object is, where the objects are points; 0: they are outlines.</source>
      <translation>La taille d’un objet, si les objets sont des points ; 0 : ce sont des contours.</translation>
    </message>
    <message>
      <source>What is written: a box around each object, or a point in its middle.</source>
      <translation>Ce qui est écrit : un rectangle autour de chaque objet, ou un point en son centre.</translation>
    </message>
    <message>
      <source>Objects as</source>
      <translation>Objets en tant que</translation>
    </message>
    <message>
      <source>Lowest score</source>
      <translation>Score minimal</translation>
    </message>
    <message>
      <source>The score, 0 to 1, from which on there is an object. Empty: as held-out objects tell.</source>
      <translation>Le score, de 0 à 1, à partir duquel il y a un objet. Vide : d’après les objets mis de côté.</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objets</translation>
    </message>
    <message>
      <source>A file such as objects.gpkg, .geojson or .shp, with a score for each object.</source>
      <translation>Un fichier tel que objets.gpkg, .geojson ou .shp, avec un score pour chaque objet.</translation>
    </message>
    <message>
      <source>Density</source>
      <translation>Densité</translation>
    </message>
    <message>
      <source>A GeoTIFF with objects per hectare.</source>
      <translation>Un GeoTIFF avec le nombre d’objets par hectare.</translation>
    </message>
    <message>
      <source>Number of objects</source>
      <translation>Nombre d’objets</translation>
    </message>
    <message>
      <source>Estimated number</source>
      <translation>Nombre estimé</translation>
    </message>
    <message>
      <source>Lower end of its range</source>
      <translation>Borne inférieure de l’intervalle</translation>
    </message>
    <message>
      <source>Upper end of its range</source>
      <translation>Borne supérieure de l’intervalle</translation>
    </message>
    <message>
      <source>F1 of held-out objects</source>
      <translation>F1 des objets mis de côté</translation>
    </message>
    <message>
      <source>the output {path} is an input</source>
      <translation>la sortie {path} est une entrée</translation>
    </message>
    <message>
      <source>Features of a scene</source>
      <translation>Caractéristiques d'une scène</translation>
    </message>
    <message>
      <source>What the model sees in a scene: one band per feature, one pixel per patch.</source>
      <translation>Ce que le modèle voit dans une scène : une bande par caractéristique, un pixel par imagette.</translation>
    </message>
    <message>
      <source>Of each feature in the file: whole numbers of 8 or 16 bits with a scale, or decimal numbers of 32.</source>
      <translation>De chaque caractéristique dans le fichier : entiers de 8 ou 16 bits avec échelle, ou décimaux de 32.</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Caractéristiques</translation>
    </message>
    <message>
      <source>A GeoTIFF with a band for each feature, such as features.tif.</source>
      <translation>Un GeoTIFF avec une bande par caractéristique, comme features.tif.</translation>
    </message>
    <message>
      <source>the labels cannot be written beside the map ({reason})</source>
      <translation>impossible d'écrire les étiquettes à côté de la carte ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to</source>
      <translation>choisissez un dossier accessible en écriture</translation>
    </message>
    <message>
      <source>{parameter}: the layer cannot be opened</source>
      <translation>{parameter} : la couche ne peut pas être ouverte</translation>
    </message>
    <message>
      <source>choose a layer of points or polygons</source>
      <translation>choisissez une couche de points ou de polygones</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no CRS</source>
      <translation>{parameter} : la couche n'a pas de SCR</translation>
    </message>
    <message>
      <source>Train a model of your own</source>
      <translation>Entraîner un modèle à soi</translation>
    </message>
    <message>
      <source>Fine-tunes a model on labelled scenes; it then maps other scenes without labels.</source>
      <translation>Affine un modèle sur des scènes étiquetées ; il cartographie ensuite d'autres scènes sans étiquettes.</translation>
    </message>
    <message>
      <source>With the same bands as the first. What is said here holds for all of them.</source>
      <translation>Avec les mêmes bandes que la première. Ce qui est dit ici vaut pour toutes.</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>Ce qui est entraîné</translation>
    </message>
    <message>
      <source>auto: what suits the task.</source>
      <translation>auto : ce qui convient à la tâche.</translation>
    </message>
    <message>
      <source>Model folder</source>
      <translation>Dossier du modèle</translation>
    </message>
    <message>
      <source>A folder beside the one proposed is in the list of models, under its own name.</source>
      <translation>Un dossier à côté de celui proposé figure sous son nom dans la liste des modèles.</translation>
    </message>
    <message>
      <source>Points, lines or polygons. What has no label is left out.</source>
      <translation>Points, lignes ou polygones. Ce qui n’a pas d’étiquette est laissé de côté.</translation>
    </message>
    <message>
      <source>Field with the class or value</source>
      <translation>Champ de la classe ou de la valeur</translation>
    </message>
    <message>
      <source>A class, such as forest or 11, or a number to be learnt, such as a height.</source>
      <translation>Une classe, comme forêt ou 11, ou un nombre à apprendre, comme une hauteur.</translation>
    </message>
    <message>
      <source>or a raster of labels</source>
      <translation>ou un raster d'étiquettes</translation>
    </message>
    <message>
      <source>On any grid; its palette names the classes, and its nodata is no class.</source>
      <translation>Sur n’importe quelle grille ; sa palette nomme les classes, et son nodata n’est pas une classe.</translation>
    </message>
    <message>
      <source>or a folder of label rasters</source>
      <translation>ou un dossier de rasters d'étiquettes</translation>
    </message>
    <message>
      <source>One for each scene, named after it, such as area_mask.tif for area.tif.</source>
      <translation>Un par scène, nommé comme elle, par exemple area_mask.tif pour area.tif.</translation>
    </message>
    <message>
      <source>0: as many as what is trained needs.</source>
      <translation>0 : autant qu'il faut pour ce qui est entraîné.</translation>
    </message>
    <message>
      <source>Chips in a step</source>
      <translation>Vignettes par pas</translation>
    </message>
    <message>
      <source>Fewer need less memory.</source>
      <translation>Moins demandent moins de mémoire.</translation>
    </message>
    <message>
      <source>0: what suits what is trained.</source>
      <translation>0 : ce qui convient à ce qui est entraîné.</translation>
    </message>
    <message>
      <source>Side of a chip in pixels</source>
      <translation>Côté d'une vignette en pixels</translation>
    </message>
    <message>
      <source>0: what suits the scenes.</source>
      <translation>0 : ce qui convient aux scènes.</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>Patience</translation>
    </message>
    <message>
      <source>Evaluations without gain until the run ends early; 0: it never does.</source>
      <translation>Évaluations sans gain avant l'arrêt anticipé ; 0 : jamais.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>The same seed gives the same model.</source>
      <translation>La même graine donne le même modèle.</translation>
    </message>
    <message>
      <source>Best score on left-out blocks (-1: none)</source>
      <translation>Meilleur score sur les blocs mis de côté (-1 : aucun)</translation>
    </message>
    <message>
      <source>Step of the best score</source>
      <translation>Pas du meilleur score</translation>
    </message>
    <message>
      <source>What the score is</source>
      <translation>Ce qu'est le score</translation>
    </message>
    <message>
      <source>expected one of LABELS, LABEL_RASTER and LABEL_FOLDER; found {count}</source>
      <translation>attendu un seul de LABELS, LABEL_RASTER et LABEL_FOLDER ; trouvé {count}</translation>
    </message>
    <message>
      <source>choose a layer with a field, a raster, or a folder</source>
      <translation>choisissez une couche avec un champ, un raster ou un dossier</translation>
    </message>
    <message>
      <source>MORE_LABELS go with LABELS; found {name}</source>
      <translation>MORE_LABELS va avec LABELS ; trouvé : {name}</translation>
    </message>
    <message>
      <source>leave MORE_LABELS empty</source>
      <translation>laisser MORE_LABELS vide</translation>
    </message>
    <message>
      <source>the folder {folder} holds a finished model</source>
      <translation>le dossier {folder} contient un modèle terminé</translation>
    </message>
    <message>
      <source>Cancelled; the same run goes on from here.</source>
      <translation>Annulé ; la même exécution continue d'ici.</translation>
    </message>
    <message>
      <source>Hits of a map of values</source>
      <translation>Trouvés d’une carte de valeurs</translation>
    </message>
    <message>
      <source>Where a map of similarity, change or values reaches a threshold, with a score.</source>
      <translation>Où une carte de ressemblance, de changements ou de valeurs atteint un seuil, avec un score.</translation>
    </message>
    <message>
      <source>A raster with one band of fractions, such as the map of Find what is alike.</source>
      <translation>Un raster à une bande de fractions, comme la carte de Trouver ce qui ressemble.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <source>The value from which on a pixel is a hit.</source>
      <translation>La valeur à partir de laquelle un pixel est trouvé.</translation>
    </message>
    <message>
      <source>Hits</source>
      <translation>Trouvés</translation>
    </message>
    <message>
      <source>A file such as hits.gpkg, .geojson or .shp, with a score for each hit.</source>
      <translation>Un fichier comme hits.gpkg, .geojson ou .shp, avec un score pour chacun.</translation>
    </message>
    <message>
      <source>Number of hits</source>
      <translation>Nombre de trouvés</translation>
    </message>
    <message>
      <source>Which layer band is which, in what units, and where that was read.</source>
      <translation>Nature de chaque bande de la couche, unités, et où cela a été lu.</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
      <source>A page with sensor, units, open questions and all bands, such as scene.html.</source>
      <translation>Une page avec capteur, unités, questions ouvertes et toutes les bandes, comme scene.html.</translation>
    </message>
    <message>
      <source>Sensor</source>
      <translation>Capteur</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>Unités</translation>
    </message>
    <message>
      <source>Number of open questions</source>
      <translation>Nombre de questions ouvertes</translation>
    </message>
    <message>
      <source>Sensor: {sensor}</source>
      <translation>Capteur : {sensor}</translation>
    </message>
    <message>
      <source>open</source>
      <translation>à préciser</translation>
    </message>
    <message>
      <source>Units: {units}</source>
      <translation>Unités : {units}</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <source>{width:,} × {height:,} pixels, {dtype}</source>
      <translation>{width:,} × {height:,} pixels, {dtype}</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Taille du pixel</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>inconnue</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>SCR</translation>
    </message>
    <message>
      <source>Nodata</source>
      <translation>Nodata</translation>
    </message>
    <message>
      <source>Band</source>
      <translation>Bande</translation>
    </message>
    <message>
      <source>Open questions</source>
      <translation>Questions ouvertes</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>fill in {parameter}: {values}</source>
      <translation>remplir {parameter} : {values}</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>inutilisée</translation>
    </message>
    <message>
      <source>the report {path} cannot be written ({reason})</source>
      <translation>impossible d'écrire le rapport {path} ({reason})</translation>
    </message>
    <message>
      <source>Further labels</source>
      <translation>Autres étiquettes</translation>
    </message>
    <message>
      <source>Layers of points, lines or polygons in any CRS, to be learnt from as well. Their class is in a field of the same name, else in the one that looks like classes.</source>
      <translation>Couches de points, lignes ou polygones dans n’importe quel SCR, dont on apprend aussi. Leur classe est dans un champ du même nom, sinon dans celui qui semble contenir des classes.</translation>
    </message>
    <message>
      <source>the labels have no field {field}</source>
      <translation>les étiquettes n'ont pas de champ {field}</translation>
    </message>
    <message>
      <source>the labels {name} have no field {field}, and no other that looks like classes</source>
      <translation>les étiquettes {name} n’ont pas de champ {field}, ni d’autre qui semble contenir des classes</translation>
    </message>
    <message>
      <source>give the field of the class the same name in all layers of labels</source>
      <translation>donner au champ de la classe le même nom dans toutes les couches d’étiquettes</translation>
    </message>
    <message>
      <source>A GeoTIFF of 0 to 1; it is loaded below the map.</source>
      <translation>Un GeoTIFF de 0 à 1 ; il est chargé sous la carte.</translation>
    </message>
    <message>
      <source>Unlike all labels</source>
      <translation>Différent de toutes les étiquettes</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp; it is loaded below the map.</source>
      <translation>Un fichier comme carte.gpkg, .geojson ou .shp ; il est chargé sous la carte.</translation>
    </message>
    <message>
      <source>two outputs are named {path}</source>
      <translation>deux sorties s'appellent {path}</translation>
    </message>
    <message>
      <source>give each its own</source>
      <translation>donnez à chacune son nom</translation>
    </message>
    <message>
      <source>Map a scene with a trained model</source>
      <translation>Cartographier une scène avec un modèle entraîné</translation>
    </message>
    <message>
      <source>A model that has learnt from labelled scenes maps another one; no labels are needed.</source>
      <translation>Un modèle qui a appris de scènes étiquetées en cartographie une autre ; aucune étiquette n'est nécessaire.</translation>
    </message>
    <message>
      <source>One of those trained here.</source>
      <translation>L’un de ceux entraînés ici.</translation>
    </message>
    <message>
      <source>or a model folder</source>
      <translation>ou un dossier de modèle</translation>
    </message>
    <message>
      <source>Where the model is not in the list; goes before it. The path of a zip will do, too.</source>
      <translation>Si le modèle n'est pas dans la liste ; passe avant elle. Le chemin d'un zip convient aussi.</translation>
    </message>
    <message>
      <source>found {name}</source>
      <translation>trouvé {name}</translation>
    </message>
    <message>
      <source>expected a model that was trained to map pixels; {found}</source>
      <translation>attendu un modèle entraîné à cartographier des pixels ; {found}</translation>
    </message>
    <message>
      <source>train one with ofa:finetune, or choose its folder</source>
      <translation>entraînez-en un avec ofa:finetune, ou choisissez son dossier</translation>
    </message>
    <message>
      <source>Map values from points</source>
      <translation>Cartographier des valeurs à partir de points</translation>
    </message>
    <message>
      <source>A number measured at some points becomes a map of the scene, with an interval for each pixel.</source>
      <translation>Un nombre mesuré en quelques points devient une carte de la scène, avec un intervalle pour chaque pixel.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Points</translation>
    </message>
    <message>
      <source>Points, lines or polygons with a number; fifty points all over the scene are a good start.</source>
      <translation>Points, lignes ou polygones avec un nombre ; cinquante points sur toute la scène sont un bon début.</translation>
    </message>
    <message>
      <source>Field with the number</source>
      <translation>Champ du nombre</translation>
    </message>
    <message>
      <source>Interval</source>
      <translation>Intervalle</translation>
    </message>
    <message>
      <source>A GeoTIFF with the ends of the interval that holds 90 % of the values, as two bands.</source>
      <translation>Un GeoTIFF avec les bornes de l'intervalle qui contient 90 % des valeurs, en deux bandes.</translation>
    </message>
    <message>
      <source>R² of held-out points</source>
      <translation>R² des points écartés</translation>
    </message>
    <message>
      <source>Root of the mean squared error</source>
      <translation>Racine de l'erreur quadratique moyenne</translation>
    </message>
    <message>
      <source>Mean error</source>
      <translation>Erreur moyenne</translation>
    </message>
    <message>
      <source>Draw an accuracy sample</source>
      <translation>Tirer un échantillon d'exactitude</translation>
    </message>
    <message>
      <source>Points at random within the classes of a map: answered, they tell its accuracy.</source>
      <translation>Des points au hasard dans les classes d'une carte : renseignés, ils disent son exactitude.</translation>
    </message>
    <message>
      <source>Standard error of overall accuracy</source>
      <translation>Erreur type de l'exactitude globale</translation>
    </message>
    <message>
      <source>What to plan for; the 95 % interval reaches twice as far to either side.</source>
      <translation>Ce qui est visé ; l'intervalle à 95 % s'étend deux fois plus loin de chaque côté.</translation>
    </message>
    <message>
      <source>Number of points</source>
      <translation>Nombre de points</translation>
    </message>
    <message>
      <source>0: as many as the standard error needs.</source>
      <translation>0 : autant que l'erreur type en demande.</translation>
    </message>
    <message>
      <source>Expected user's accuracies (water=0.9,forest=0.7 …)</source>
      <translation>Exactitudes de l'utilisateur attendues (water=0.9,forest=0.7 …)</translation>
    </message>
    <message>
      <source>By class; others count as 0.8. Better classes need fewer points.</source>
      <translation>Par classe ; 0,8 pour les autres. De meilleures classes demandent moins de points.</translation>
    </message>
    <message>
      <source>The same seed draws the same points.</source>
      <translation>La même graine tire les mêmes points.</translation>
    </message>
    <message>
      <source>A GeoPackage, such as sample.gpkg.</source>
      <translation>Un GeoPackage, tel que sample.gpkg.</translation>
    </message>
    <message>
      <source>a sample is a GeoPackage; found {name}</source>
      <translation>un échantillon est un GeoPackage ; trouvé : {name}</translation>
    </message>
    <message>
      <source>{name}: points {points:,}</source>
      <translation>{name} : points {points:,}</translation>
    </message>
    <message>
      <source>Find what is alike</source>
      <translation>Trouver ce qui ressemble</translation>
    </message>
    <message>
      <source>One or a few points as examples: where in the scene is it like there?</source>
      <translation>Un ou quelques points comme exemples : où la scène leur ressemble-t-elle ?</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <source>Points on what you look for, in any CRS. One is enough, a few are better.</source>
      <translation>Des points sur ce que vous cherchez, dans n'importe quel SCR. Un suffit, quelques-uns valent mieux.</translation>
    </message>
    <message>
      <source>Counter-examples</source>
      <translation>Contre-exemples</translation>
    </message>
    <message>
      <source>Points on what looks alike and is not meant.</source>
      <translation>Des points sur ce qui ressemble mais n'est pas voulu.</translation>
    </message>
    <message>
      <source>The similarity, 0 to 1, from which on a pixel is a hit.</source>
      <translation>La ressemblance, de 0 à 1, à partir de laquelle un pixel est trouvé.</translation>
    </message>
    <message>
      <source>Similarity</source>
      <translation>Ressemblance</translation>
    </message>
    <message>
      <source>A GeoTIFF, such as similar.tif: 1 is as the examples, 0 as the least alike tenth of the scene.</source>
      <translation>Un GeoTIFF comme similar.tif : 1 est comme les exemples, 0 comme le dixième le moins ressemblant de la scène.</translation>
    </message>
    <message>
      <source>expected at least one point as an example; found none</source>
      <translation>au moins un point attendu comme exemple ; aucun trouvé</translation>
    </message>
    <message>
      <source>choose a layer of points</source>
      <translation>choisir une couche de points</translation>
    </message>
    <message>
      <source>the points have no CRS</source>
      <translation>les points n'ont pas de SCR</translation>
    </message>
    <message>
      <source>a point has no place in the CRS of the layer</source>
      <translation>un point n'a pas de place dans le SCR de la couche</translation>
    </message>
    <message>
      <source>check the CRS of both layers</source>
      <translation>vérifier le SCR des deux couches</translation>
    </message>
    <message>
      <source>Empty: as answered in the dock for this layer, else as read from the file.</source>
      <translation>Vide : comme répondu dans le panneau pour cette couche, sinon comme lu dans le fichier.</translation>
    </message>
    <message>
      <source>What was chosen in the dock for this layer counts where this is empty.</source>
      <translation>Si c’est vide, ce qui a été choisi dans le panneau pour cette couche compte.</translation>
    </message>
    <message>
      <source>Sensor (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)</source>
      <translation>Capteur (sentinel-1, sentinel-2, landsat-8, aerial, enmap …)</translation>
    </message>
    <message>
      <source>One of those that Inspect a scene names.</source>
      <translation>L’un de ceux que nomme « Inspecter une scène ».</translation>
    </message>
    <message>
      <source>Bands (1=B02,2=B03,3=unused …)</source>
      <translation>Bandes (1=B02,2=B03,3=unused …)</translation>
    </message>
    <message>
      <source>Number of the layer's band, =, and its name at the sensor, or unused; with commas between.</source>
      <translation>Numéro de la bande dans la couche, =, et son nom au capteur, ou unused ; séparés par des virgules.</translation>
    </message>
    <message>
      <source>What the values are: dn is reflectance × 10,000; dn+1000 is Sentinel-2 since January 2022.</source>
      <translation>Ce que sont les valeurs : dn est la réflectance × 10 000 ; dn+1000 est Sentinel-2 depuis janvier 2022.</translation>
    </message>
    <message>
      <source>Nodata (0 or -9999:0, fill, none)</source>
      <translation>Nodata (0 ou -9999:0, fill, none)</translation>
    </message>
    <message>
      <source>Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is data. Empty: you are asked where it is not clear.</source>
      <translation>En plus de ceux de la couche : valeurs ou intervalles, séparés par des virgules ; fill : ce qui ressemble à du remplissage ; none : ce sont des données. Vide : la question est posée si ce n’est pas clair.</translation>
    </message>
    <message>
      <source>Mask (clouds+shadow, none)</source>
      <translation>Masque (clouds+shadow, none)</translation>
    </message>
    <message>
      <source>What of a product's own masks is nodata: clouds, haze, shadow, snow, with + between; none: nothing. Empty: all that it has.</source>
      <translation>Ce qui, dans les masques du produit, est nodata : clouds, haze, shadow, snow, séparés par + ; none : rien. Vide : tous ceux qu’il a.</translation>
    </message>
    <message>
      <source>Read assets from the network</source>
      <translation>Lire les fichiers sur le réseau</translation>
    </message>
    <message>
      <source>Only for a STAC item: what it names is read from its server. Off: only files are read.</source>
      <translation>Seulement pour un élément STAC : ce qu’il nomme est lu sur son serveur. Désactivé : seuls des fichiers sont lus.</translation>
    </message>
    <message>
      <source>And also these layers</source>
      <translation>Et aussi ces couches</translation>
    </message>
    <message>
      <source>Further sources of the same place: radar, heights, other dates, embeddings. Each is read as answered in the dock for it; what they share with the layer is mapped.</source>
      <translation>D’autres sources du même lieu : radar, altitudes, autres dates, plongements. Chacune est lue selon les réponses données dans le panneau ; on cartographie ce qu’elles ont en commun avec la couche.</translation>
    </message>
    <message>
      <source>Grid (metres, or the file of a layer)</source>
      <translation>Grille (mètres, ou le fichier d’une couche)</translation>
    </message>
    <message>
      <source>Onto which all sources are brought. Empty: that of the layer.</source>
      <translation>Sur laquelle toutes les sources sont ramenées. Vide : celle de la couche.</translation>
    </message>
    <message>
      <source>Model (ofa-tiny, or a folder)</source>
      <translation>Modèle (ofa-tiny, ou un dossier)</translation>
    </message>
    <message>
      <source>Name or folder. Empty: the one chosen in the dock.</source>
      <translation>Nom ou dossier. Vide : celui choisi dans le panneau.</translation>
    </message>
    <message>
      <source>auto takes a GPU only where it was proven to work; cuda is NVIDIA's, mps is Apple's.</source>
      <translation>auto ne prend un GPU que s’il est prouvé qu’il fonctionne ; cuda est celui de NVIDIA, mps celui d’Apple.</translation>
    </message>
    <message>
      <source>auto: what is fastest here, by measurement. float32 is the same on every machine, but for rounding.</source>
      <translation>auto : le plus rapide ici, d'après mesure. float32 est le même sur chaque machine, à l'arrondi près.</translation>
    </message>
    <message>
      <source>bands are written 1=B02,2=B03; found {part}</source>
      <translation>les bandes s'écrivent 1=B02,2=B03 ; trouvé {part}</translation>
    </message>
    <message>
      <source>write band number, =, and its name</source>
      <translation>écrivez le numéro de la bande, =, et son nom</translation>
    </message>
    <message>
      <source>there is no band {number}, or it is named twice</source>
      <translation>la bande {number} n'existe pas, ou elle est nommée deux fois</translation>
    </message>
    <message>
      <source>bands are numbered from 1 to {count}</source>
      <translation>les bandes sont numérotées de 1 à {count}</translation>
    </message>
    <message>
      <source>nodata is written -9999 or 0:5, fill or none; found {part}</source>
      <translation>nodata s'écrit -9999 ou 0:5, fill ou none ; trouvé : {part}</translation>
    </message>
    <message>
      <source>leave it empty, and you are asked</source>
      <translation>laissez vide, et la question vous sera posée</translation>
    </message>
    <message>
      <source>the value of a class is a whole number from 0 to 255; found {part}</source>
      <translation>la valeur d’une classe est un nombre entier de 0 à 255 ; trouvé : {part}</translation>
    </message>
    <message>
      <source>write {example}</source>
      <translation>écrivez {example}</translation>
    </message>
    <message>
      <source>an accuracy is a number from 0 to 1; found {part}</source>
      <translation>une exactitude est un nombre de 0 à 1 ; trouvé : {part}</translation>
    </message>
    <message>
      <source>a colour is written #0072b2; found {part}</source>
      <translation>une couleur s’écrit #0072b2 ; trouvé : {part}</translation>
    </message>
    <message>
      <source>classes are written {example}; found {part}</source>
      <translation>les classes s’écrivent {example} ; trouvé : {part}</translation>
    </message>
    <message>
      <source>write a class, =, and what it has</source>
      <translation>écrivez une classe, =, et ce qu’elle a</translation>
    </message>
    <message>
      <source>a class for each pixel</source>
      <translation>une classe par pixel</translation>
    </message>
    <message>
      <source>a number for each pixel</source>
      <translation>un nombre par pixel</translation>
    </message>
    <message>
      <source>the head only (quick, fewer labels)</source>
      <translation>la tête seule (rapide, moins d'étiquettes)</translation>
    </message>
    <message>
      <source>the head and small additions (LoRA)</source>
      <translation>la tête et de petits ajouts (LoRA)</translation>
    </message>
    <message>
      <source>the whole network (slow, many labels)</source>
      <translation>tout le réseau (lent, beaucoup d'étiquettes)</translation>
    </message>
    <message>
      <source>what suits the task</source>
      <translation>ce qui convient à la tâche</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linéaire</translation>
    </message>
    <message>
      <source>light</source>
      <translation>légère</translation>
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
      <translation>exactitude</translation>
    </message>
    <message>
      <source>mean average precision</source>
      <translation>précision moyenne</translation>
    </message>
    <message>
      <source>RMSE</source>
      <translation>RMSE</translation>
    </message>
    <message>
      <source>score: after the first evaluation</source>
      <translation>score : après la première évaluation</translation>
    </message>
    <message>
      <source>RMSE, in units of the labels</source>
      <translation>RMSE, en unités des étiquettes</translation>
    </message>
    <message>
      <source>macro-F1, 0 to 1</source>
      <translation>macro-F1, de 0 à 1</translation>
    </message>
    <message>
      <source>Best {metric} on left-out blocks: {score}, at step {step:,}</source>
      <translation>Meilleur {metric} sur les blocs mis de côté : {score}, au pas {step:,}</translation>
    </message>
    <message>
      <source>{names} and {more} more</source>
      <translation>{names} et {more} autres</translation>
    </message>
    <message>
      <source>{some} or {last}</source>
      <translation>{some} ou {last}</translation>
    </message>
    <message>
      <source>{one}|{others}</source>
      <translation>{one}, {others}</translation>
    </message>
    <message>
      <source>{some} and {last}</source>
      <translation>{some} et {last}</translation>
    </message>
    <message>
      <source>a point was moved, or its stratum edited</source>
      <translation>un point a été déplacé, ou sa strate modifiée</translation>
    </message>
    <message>
      <source>no point of {name} has an answer</source>
      <translation>aucun point de {name} n'a de réponse</translation>
    </message>
    <message>
      <source>answer them on the page Accuracy of the QGIS dock, or write a class into the field answer</source>
      <translation>renseignez-les dans la page « Exactitude » du panneau, ou écrivez une classe dans le champ answer</translation>
    </message>
    <message>
      <source>none of the answered points lies on the map</source>
      <translation>aucun des points renseignés ne se trouve sur la carte</translation>
    </message>
    <message>
      <source>give the map that the sample was drawn on</source>
      <translation>donnez la carte sur laquelle l'échantillon a été tiré</translation>
    </message>
    <message>
      <source>expected classes of the map as answers ({classes}); {name} has {found}</source>
      <translation>des classes de la carte étaient attendues comme réponses ({classes}) ; {name} a {found}</translation>
    </message>
    <message>
      <source>write the classes into the field answer as the map calls them</source>
      <translation>écrivez les classes dans le champ answer comme la carte les nomme</translation>
    </message>
    <message>
      <source>only one of map and sample {name} has a CRS</source>
      <translation>de la carte et de l'échantillon {name}, un seul a un SCR</translation>
    </message>
    <message>
      <source>assign the other its own</source>
      <translation>assignez à l'autre le sien</translation>
    </message>
    <message>
      <source>Seen at fewer than {few} points: {names}. Area and producer's accuracy of these classes rest on a handful of answers.</source>
      <translation>Vues en moins de {few} points : {names}. La surface et l'exactitude du producteur de ces classes reposent sur une poignée de réponses.</translation>
    </message>
    <message>
      <source>Another program has saved the sample, and what it said of itself is gone: whether its last points were removed cannot be told.</source>
      <translation>Un autre programme a enregistré l'échantillon, et ce qu'il disait de lui-même est perdu : on ne peut savoir si ses derniers points ont été retirés.</translation>
    </message>
    <message>
      <source>The sample was drawn on another map, or this one has changed since. The figures are of this map (Stehman's estimators); they hold for the area of the map that the sample was drawn on.</source>
      <translation>L'échantillon a été tiré sur une autre carte, ou celle-ci a changé depuis. Les chiffres concernent cette carte (estimateurs de Stehman) ; ils valent pour la surface de la carte sur laquelle l'échantillon a été tiré.</translation>
    </message>
    <message>
      <source>Points without an answer: {count:,} of {total:,}, {skipped:,} of them skipped ({ids}). The figures suppose that these are like the other points of their class.</source>
      <translation>Points sans réponse : {count:,} sur {total:,}, dont passés : {skipped:,} ({ids}). Les chiffres supposent qu'ils ressemblent aux autres points de leur classe.</translation>
    </message>
    <message>
      <source>Answered points without a class on this map: {count:,}. They were left out.</source>
      <translation>Points renseignés sans classe sur cette carte : {count:,}. Ils ont été écartés.</translation>
    </message>
    <message>
      <source>Seen, but not on the map: {names}.</source>
      <translation>Vues, mais absentes de la carte : {names}.</translation>
    </message>
    <message>
      <source>No point was answered where the map shows {names}: {share:.2%} of the pixels, of which nothing is known. The figures are of the rest.</source>
      <translation>Aucun point n'a été renseigné là où la carte montre {names} : {share:.2%} des pixels, dont rien n'est connu. Les chiffres concernent le reste.</translation>
    </message>
    <message>
      <source>Only one point was answered where the map shows {names}. One point does not say how a class varies: its error was taken to be the largest possible.</source>
      <translation>Un seul point a été renseigné là où la carte montre {names}. Un point ne dit pas comment une classe varie : l'erreur la plus grande possible a été supposée.</translation>
    </message>
    <message>
      <source>expected a map of classes, one band of whole numbers; {name} has bands: {count}, of {kind}</source>
      <translation>attendu : une carte de classes, une bande de nombres entiers ; bandes de {name} : {count}, de type {kind}</translation>
    </message>
    <message>
      <source>give the map that `engine classify` wrote with --out</source>
      <translation>choisissez une carte de classes, telle que celle du panneau</translation>
    </message>
    <message>
      <source>{name} says by a mask where it has no class</source>
      <translation>{name} dit par un masque où il n'a pas de classe</translation>
    </message>
    <message>
      <source>write a nodata value instead: gdalwarp -dstnodata 0 MAP.tif NEW.tif</source>
      <translation>écrivez plutôt une valeur nodata : gdalwarp -dstnodata 0 MAP.tif NEW.tif</translation>
    </message>
    <message>
      <source>expected a map of 1 to {most} classes; {name} has {count}</source>
      <translation>attendu : une carte de 1 à {most} classes ; {name} en a {count}</translation>
    </message>
    <message>
      <source>{points} points are too few for {strata} classes</source>
      <translation>{points} points, c'est trop peu pour {strata} classes</translation>
    </message>
    <message>
      <source>give --points {least} or more</source>
      <translation>tirez au moins {least} points</translation>
    </message>
    <message>
      <source>User's accuracy</source>
      <translation>Exactitude de l'utilisateur</translation>
    </message>
    <message>
      <source>Producer's accuracy</source>
      <translation>Exactitude du producteur</translation>
    </message>
    <message>
      <source>Area (ha)</source>
      <translation>Surface (ha)</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Part de la surface</translation>
    </message>
    <message>
      <source>{confidence:.0%} interval</source>
      <translation>Intervalle à {confidence:.0%}</translation>
    </message>
    <message>
      <source>Overall accuracy {value:.1%}, {confidence:.0%} interval {low:.1%} to {high:.1%}, from {points:,} points</source>
      <translation>Exactitude globale {value:.1%}, intervalle à {confidence:.0%} de {low:.1%} à {high:.1%}, d'après {points:,} points</translation>
    </message>
    <message>
      <source>Bars: as mapped. Dots and lines: estimated from the sample, with their intervals.</source>
      <translation>Barres : selon la carte. Points et traits : estimés d'après l'échantillon, avec leurs intervalles.</translation>
    </message>
    <message>
      <source>Accuracy of {map}</source>
      <translation>Exactitude de {map}</translation>
    </message>
    <message>
      <source>Sample {sample}: {answered:,} of {points:,} points answered. {created}</source>
      <translation>Échantillon {sample} : {answered:,} points renseignés sur {points:,}. {created}</translation>
    </message>
    <message>
      <source>Points were drawn at random within the classes of the map. Estimates and standard errors follow Olofsson et al. (2014) and Stehman (2014); the intervals are Wilson's for the effective number of points. User's accuracy: of what the map shows as a class, the share that is right. Producer's accuracy: of what is truly a class, the share that the map shows.</source>
      <translation>Les points ont été tirés au hasard dans les classes de la carte. Estimations et erreurs types selon Olofsson et al. (2014) et Stehman (2014) ; les intervalles sont ceux de Wilson pour le nombre effectif de points. Exactitude de l'utilisateur : part juste de ce que la carte montre comme une classe. Exactitude du producteur : part de la classe réelle que la carte montre.</translation>
    </message>
    <message>
      <source>Areas and accuracies of the classes, with intervals</source>
      <translation>Surfaces et exactitudes des classes, avec intervalles</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Avertissements</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Surfaces</translation>
    </message>
    <message>
      <source>Accuracies</source>
      <translation>Exactitudes</translation>
    </message>
    <message>
      <source>Error matrix, in shares of the area</source>
      <translation>Matrice d'erreur, en parts de la surface</translation>
    </message>
    <message>
      <source>How this was found</source>
      <translation>Comment cela a été établi</translation>
    </message>
    <message>
      <source>Mapped (ha)</source>
      <translation>Cartographié (ha)</translation>
    </message>
    <message>
      <source>Mapped share</source>
      <translation>Part cartographiée</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Part</translation>
    </message>
    <message>
      <source>Points mapped</source>
      <translation>Points selon la carte</translation>
    </message>
    <message>
      <source>Points seen</source>
      <translation>Points vus</translation>
    </message>
    <message>
      <source>map \ seen</source>
      <translation>carte \ vu</translation>
    </message>
    <message>
      <source>sum</source>
      <translation>somme</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} à {high}</translation>
    </message>
    <message>
      <source>{name} could not be written: {reason}</source>
      <translation>{name} n'a pas pu être écrit : {reason}</translation>
    </message>
    <message>
      <source>check the folder and the disk</source>
      <translation>vérifiez le dossier et le disque</translation>
    </message>
    <message>
      <source>expected points that were drawn at random; {name} does not say how many pixels each of its points stands for (no {missing}). Labels stand where somebody chose to click, and so tell nothing of the rest of the map</source>
      <translation>attendu : des points tirés au hasard ; {name} ne dit pas combien de pixels chacun de ses points représente (manque : {missing}). Les étiquettes se trouvent là où quelqu'un a choisi de cliquer, et ne disent donc rien du reste de la carte</translation>
    </message>
    <message>
      <source>draw a sample: engine sample MAP --out SAMPLE.gpkg, and answer its points</source>
      <translation>tirez un échantillon dans la page « Exactitude » du panneau, et renseignez ses points</translation>
    </message>
    <message>
      <source>a point has lost its place</source>
      <translation>un point a perdu sa position</translation>
    </message>
    <message>
      <source>{drawn:,} points were drawn, {there:,} are there</source>
      <translation>{drawn:,} points ont été tirés, il en reste {there:,}</translation>
    </message>
    <message>
      <source>its fields id, stratum, stratum_px or stratum_m2 were edited</source>
      <translation>ses champs id, stratum, stratum_px ou stratum_m2 ont été modifiés</translation>
    </message>
    <message>
      <source>{name} is no longer the sample that was drawn: {how}</source>
      <translation>{name} n'est plus l'échantillon qui a été tiré : {how}</translation>
    </message>
    <message>
      <source>take the file as `engine sample` wrote it; only the fields answer and skipped may change</source>
      <translation>prenez le fichier tel qu'il a été tiré ; seuls les champs answer et skipped peuvent changer</translation>
    </message>
    <message>
      <source>no band is in both scenes: {first}; {second}</source>
      <translation>aucune bande n'est dans les deux scènes : {first} ; {second}</translation>
    </message>
    <message>
      <source>give two scenes with the same bands, or say what they are with --bands</source>
      <translation>donnez deux scènes avec les mêmes bandes, ou dites sous {Bands} ce qu'elles sont</translation>
    </message>
    <message>
      <source>both dates hold the same values</source>
      <translation>les deux dates contiennent les mêmes valeurs</translation>
    </message>
    <message>
      <source>give another date: one is a copy of the other</source>
      <translation>donnez une autre date : l'une est la copie de l'autre</translation>
    </message>
    <message>
      <source>expected two scenes of one sensor; found {first} and {second}</source>
      <translation>deux scènes d'un même capteur étaient attendues ; trouvé : {first} et {second}</translation>
    </message>
    <message>
      <source>give two scenes of one sensor, or LABELS with classes of the ground, which are mapped on each date</source>
      <translation>donnez deux scènes d'un même capteur, ou des étiquettes avec des classes du sol, cartographiées à chaque date</translation>
    </message>
    <message>
      <source>expected {wanted}, as in the first scene; found {found}</source>
      <translation>attendu : {wanted}, comme dans la première scène ; trouvé : {found}</translation>
    </message>
    <message>
      <source>give scenes with the same kind of numbers, or say what they are with --units</source>
      <translation>donnez des scènes avec le même genre de valeurs, ou choisissez leur unité sous {Units}</translation>
    </message>
    <message>
      <source>The class name {name} has characters that cannot be written: it became '{written}'.</source>
      <translation>Le nom de classe {name} contient des caractères qui ne peuvent pas être écrits : il est devenu « {written} ».</translation>
    </message>
    <message>
      <source>expected a whole number from 0 to {highest} as the value of '{name}'; found {value}</source>
      <translation>attendu : un entier de 0 à {highest} comme valeur de « {name} » ; trouvé : {value}</translation>
    </message>
    <message>
      <source>give --values NAME=NUMBER</source>
      <translation>donnez à chaque classe un entier de 1 à 255</translation>
    </message>
    <message>
      <source>the classes '{one}' and '{other}' have the same value {value}</source>
      <translation>les classes « {one} » et « {other} » ont la même valeur {value}</translation>
    </message>
    <message>
      <source>give each class a value of its own: --values NAME=NUMBER</source>
      <translation>donnez à chaque classe sa propre valeur</translation>
    </message>
    <message>
      <source>{classes} classes do not fit into a map of bytes, which also needs a value for nodata</source>
      <translation>{classes} classes ne tiennent pas dans une carte d'octets, qui a aussi besoin d'une valeur nodata</translation>
    </message>
    <message>
      <source>merge some classes: {most} fit</source>
      <translation>fusionnez des classes : {most} y tiennent</translation>
    </message>
    <message>
      <source>expected a colour like #0072B2 for '{name}'; found '{colour}'</source>
      <translation>attendu : une couleur comme #0072B2 pour « {name} » ; trouvé : « {colour} »</translation>
    </message>
    <message>
      <source>give --colours NAME=#RRGGBB</source>
      <translation>choisissez une autre couleur dans la liste des classes</translation>
    </message>
    <message>
      <source>expected a minimum area with its unit, such as 0.5ha; found '{text}'</source>
      <translation>une surface minimale avec son unité est attendue, comme 0.5ha ; « {text} » a été trouvé</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, 5000m2 or 20px</source>
      <translation>écrivez 0.5ha, 5000m2 ou 20px</translation>
    </message>
    <message>
      <source>the class {name} would become two classes</source>
      <translation>la classe {name} deviendrait deux classes</translation>
    </message>
    <message>
      <source>name it once in --merge</source>
      <translation>nommez-la une seule fois</translation>
    </message>
    <message>
      <source>the map has a class {name} already</source>
      <translation>la carte a déjà une classe {name}</translation>
    </message>
    <message>
      <source>add it: --merge {name}={name}+…, or give the new class another name</source>
      <translation>ajoutez-la : {name}={name}+…, ou donnez un autre nom à la nouvelle classe</translation>
    </message>
    <message>
      <source>the map has no class {name}</source>
      <translation>la carte n'a pas de classe {name}</translation>
    </message>
    <message>
      <source>its classes are {names}</source>
      <translation>ses classes sont {names}</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>{changed:.1%} of the map have another class than before</source>
      <translation>{changed:.1%} de la carte ont une autre classe qu'avant</translation>
    </message>
    <message>
      <source>{map}, cleaned</source>
      <translation>{map}, nettoyée</translation>
    </message>
    <message>
      <source>Minimum area: {size}. {created}</source>
      <translation>Surface minimale : {size}. {created}</translation>
    </message>
    <message>
      <source>The middle of the map, before and after</source>
      <translation>Le milieu de la carte, avant et après</translation>
    </message>
    <message>
      <source>Before (ha)</source>
      <translation>Avant (ha)</translation>
    </message>
    <message>
      <source>After (ha)</source>
      <translation>Après (ha)</translation>
    </message>
    <message>
      <source>Before (pixels)</source>
      <translation>Avant (pixels)</translation>
    </message>
    <message>
      <source>After (pixels)</source>
      <translation>Après (pixels)</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>Made of</source>
      <translation>Composée de</translation>
    </message>
    <message>
      <source>expected a device of {devices}; found '{name}'</source>
      <translation>attendu : un processeur parmi {devices} ; trouvé : « {name} »</translation>
    </message>
    <message>
      <source>give one of them to --device, or cuda:1 for the second of several</source>
      <translation>choisissez-en un</translation>
    </message>
    <message>
      <source>use --device auto or --device cpu; `engine doctor` tells what torch finds</source>
      <translation>réglez le processeur sur auto ou cpu ; la page d'installation (⚙) copie les diagnostics</translation>
    </message>
    <message>
      <source>{name} was asked for and computed a matrix product</source>
      <translation>{name} a été demandé et a calculé un produit de matrices</translation>
    </message>
    <message>
      <source>{name} computed a matrix product</source>
      <translation>{name} a calculé un produit de matrices</translation>
    </message>
    <message>
      <source>reinstall torch; `engine doctor` tells what it finds</source>
      <translation>réinstallez torch ; la page d'installation (⚙) copie les diagnostics</translation>
    </message>
    <message>
      <source>no {kind} device found by torch {version}</source>
      <translation>torch {version} ne trouve aucun processeur {kind}</translation>
    </message>
    <message>
      <source>torch finds {devices}, counted from 0; {kind} is not among them</source>
      <translation>torch trouve {devices}, comptés à partir de 0 ; {kind} n'en fait pas partie</translation>
    </message>
    <message>
      <source>1 CUDA device</source>
      <translation>1 processeur CUDA</translation>
    </message>
    <message>
      <source>{count} CUDA devices</source>
      <translation>{count} processeurs CUDA</translation>
    </message>
    <message>
      <source>the {kind} device failed at a matrix product: {error}</source>
      <translation>le processeur {kind} a échoué à un produit de matrices : {error}</translation>
    </message>
    <message>
      <source>the {kind} device computed a wrong matrix product</source>
      <translation>le processeur {kind} a calculé un produit de matrices faux</translation>
    </message>
    <message>
      <source>the memory of {device} does not hold one tile of the scene</source>
      <translation>la mémoire de {device} ne contient pas une tuile de la scène</translation>
    </message>
    <message>
      <source>close other programs on the device, or --device cpu</source>
      <translation>fermez d'autres programmes sur ce processeur, ou réglez le processeur sur cpu</translation>
    </message>
    <message>
      <source>{name} has no labelled pixel</source>
      <translation>{name} n'a aucun pixel étiqueté</translation>
    </message>
    <message>
      <source>label at least two classes</source>
      <translation>étiquetez au moins deux classes</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike anything you labelled: label there</source>
      <translation>{share:.0%} de la scène ne ressemble à rien de ce que vous avez étiqueté : étiquetez-y</translation>
    </message>
    <message>
      <source>{count} classes have fewer than {least} labelled pixels: {names}</source>
      <translation>{count} classes ont moins de {least} pixels étiquetés : {names}</translation>
    </message>
    <message>
      <source>{count} classes cannot be checked until they are labelled in a second place: {names}</source>
      <translation>{count} classes ne peuvent être vérifiées avant d’être étiquetées à un second endroit : {names}</translation>
    </message>
    <message>
      <source>1 labelled pixel</source>
      <translation>1 pixel étiqueté</translation>
    </message>
    <message>
      <source>{count} labelled pixels</source>
      <translation>{count} pixels étiquetés</translation>
    </message>
    <message>
      <source>{name} has only {pixels}: label at least {least}</source>
      <translation>{name} n'a que {pixels} : étiquetez-en au moins {least}</translation>
    </message>
    <message>
      <source>{name} has {count:,} labelled pixels: {most:,} of them, from all its polygons, were used</source>
      <translation>{name} a {count:,} pixels étiquetés : {most:,} d'entre eux, pris dans tous ses polygones, ont été utilisés</translation>
    </message>
    <message>
      <source>{name} cannot be checked: label it in a second place</source>
      <translation>{name} ne peut pas être vérifiée : étiquetez-la à un second endroit</translation>
    </message>
    <message>
      <source>{name} is mistaken for {other} more often than it is recognised: add labels where they differ</source>
      <translation>{name} est plus souvent prise pour {other} que reconnue : ajoutez des étiquettes là où elles diffèrent</translation>
    </message>
    <message>
      <source>the labels are one-sided: {most} has {many:,} pixels, {least} {few:,}; add labels of {least}</source>
      <translation>les étiquettes sont déséquilibrées : {most} a {many:,} pixels, {least} {few:,} ; ajoutez des étiquettes de {least}</translation>
    </message>
    <message>
      <source>{name} has only 1 label: label {more} more</source>
      <translation>{name} n'a qu'une étiquette : ajoutez-en {more}</translation>
    </message>
    <message>
      <source>{name} has only {count} labels: label {more} more</source>
      <translation>{name} n'a que {count} étiquettes : ajoutez-en {more}</translation>
    </message>
    <message>
      <source>the map cannot be checked yet: label each class in two or more places</source>
      <translation>la carte ne peut pas encore être vérifiée : étiquetez chaque classe à deux endroits ou plus</translation>
    </message>
    <message>
      <source>{one} and {other} are confused: label {more} more of each</source>
      <translation>{one} et {other} sont confondues : ajoutez {more} étiquettes à chacune</translation>
    </message>
    <message>
      <source>{name} does not hold what was learnt from labels ({error})</source>
      <translation>{name} ne contient pas ce qui a été appris d'étiquettes ({error})</translation>
    </message>
    <message>
      <source>make it again</source>
      <translation>recréez-le</translation>
    </message>
    <message>
      <source>{name} was saved by an earlier version, which described several sources in another way</source>
      <translation>{name} a été enregistré par une version antérieure, qui décrivait autrement plusieurs sources</translation>
    </message>
    <message>
      <source>classify with its labels again, and save the model anew</source>
      <translation>classifiez de nouveau avec ses étiquettes, et enregistrez à nouveau le modèle</translation>
    </message>
    <message>
      <source>macro-F1 {macro_f1:.2f} ({low:.2f} to {high:.2f}), overall accuracy {overall:.2f}</source>
      <translation>macro-F1 {macro_f1:.2f} ({low:.2f} à {high:.2f}), exactitude globale {overall:.2f}</translation>
    </message>
    <message>
      <source>{distance:,.0f} pixels</source>
      <translation>{distance:,.0f} pixels</translation>
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
      <translation>non vérifié : aucune classe n'a d'étiquettes à deux endroits</translation>
    </message>
    <message>
      <source>{checked} of {classes} classes checked</source>
      <translation>{checked} classes vérifiées sur {classes}</translation>
    </message>
    <message>
      <source>1 held-out label</source>
      <translation>1 étiquette mise de côté</translation>
    </message>
    <message>
      <source>{count:,} held-out labels</source>
      <translation>{count:,} étiquettes mises de côté</translation>
    </message>
    <message>
      <source>{labels} of scenes held out as a whole</source>
      <translation>{labels} de scènes mises de côté en entier</translation>
    </message>
    <message>
      <source>{score}, {told}, {labels}</source>
      <translation>{score}, {told}, {labels}</translation>
    </message>
    <message>
      <source>within {distance} of the labels, which is {area} % of the map: {score}, {told}, {labels}; how good the rest is cannot be known: label there</source>
      <translation>à moins de {distance} des étiquettes, soit {area} % de la carte : {score}, {told}, {labels} ; on ne peut pas savoir ce que vaut le reste : étiquetez-y</translation>
    </message>
    <message>
      <source>{told} with {area} % of the mapped area</source>
      <translation>{told} avec {area} % de la surface cartographiée</translation>
    </message>
    <message>
      <source>no overall score: {told}; {least:g} % of the classes and of the area are needed</source>
      <translation>pas de score global : {told} ; il faut {least:g} % des classes et de la surface</translation>
    </message>
    <message>
      <source>a folder, not a raster</source>
      <translation>un dossier, pas un raster</translation>
    </message>
    <message>
      <source>an archive, not a raster</source>
      <translation>une archive, pas un raster</translation>
    </message>
    <message>
      <source>an archive that is cut off or damaged</source>
      <translation>une archive tronquée ou endommagée</translation>
    </message>
    <message>
      <source>{name} is {what}</source>
      <translation>{name} est {what}</translation>
    </message>
    <message>
      <source>copy or download it again</source>
      <translation>copiez ou téléchargez le fichier à nouveau</translation>
    </message>
    <message>
      <source>{name} is {what}, and no raster in it can be opened</source>
      <translation>{name} est {what}, et aucun raster qu'elle contient ne peut être ouvert</translation>
    </message>
    <message>
      <source>unpack it, and give the raster itself</source>
      <translation>décompressez-la, et donnez le raster lui-même</translation>
    </message>
    <message>
      <source>{join}; or {give}</source>
      <translation>{join} ; ou {give}</translation>
    </message>
    <message>
      <source>give the raster itself</source>
      <translation>donnez le raster lui-même</translation>
    </message>
    <message>
      <source>give one of {names}</source>
      <translation>donnez l'un de {names}</translation>
    </message>
    <message>
      <source>give {name}</source>
      <translation>donnez {name}</translation>
    </message>
    <message>
      <source>{names} ({more} more)</source>
      <translation>{names} ({more} autres)</translation>
    </message>
    <message>
      <source>join the bands: {command}, and add --bands {bands}</source>
      <translation>réunissez les bandes avec Raster &gt; Divers &gt; Construire un raster virtuel, chaque fichier dans sa propre bande ; ce sont {bands}</translation>
    </message>
    <message>
      <source>a file of several rasters</source>
      <translation>un fichier de plusieurs rasters</translation>
    </message>
    <message>
      <source>{name} holds {count} more rasters, which are not read: {give}</source>
      <translation>{name} contient {count} autres rasters, qui ne sont pas lus : {give}</translation>
    </message>
    <message>
      <source>{name} has {count} pages, and only the first is read: name another one as {second}</source>
      <translation>{name} a {count} pages, et seule la première est lue : désignez-en une autre par {second}</translation>
    </message>
    <message>
      <source>{give}, or join them: {command}</source>
      <translation>{give}, ou réunissez-les : {command}</translation>
    </message>
    <message>
      <source>no such file: {name}</source>
      <translation>le fichier {name} n'existe pas</translation>
    </message>
    <message>
      <source>check the path of the scene</source>
      <translation>vérifiez le chemin de la scène</translation>
    </message>
    <message>
      <source>{name} holds complex numbers</source>
      <translation>{name} contient des nombres complexes</translation>
    </message>
    <message>
      <source>give detected data (amplitude, power or dB) instead</source>
      <translation>donnez plutôt des données détectées (amplitude, puissance ou dB)</translation>
    </message>
    <message>
      <source>{name} is cut off: its header promises more pixels than the file holds</source>
      <translation>{name} est tronqué : son en-tête annonce plus de pixels que le fichier n'en contient</translation>
    </message>
    <message>
      <source>{name} is not on a grid: it is placed by {placement}</source>
      <translation>{name} n'est pas sur une grille : sa position vient de {placement}</translation>
    </message>
    <message>
      <source>{name} has a grid without area: its geotransform cannot be inverted</source>
      <translation>{name} a une grille sans surface : sa géotransformation ne peut pas être inversée</translation>
    </message>
    <message>
      <source>assign the geotransform again</source>
      <translation>attribuez à nouveau la géotransformation</translation>
    </message>
    <message>
      <source>'{short}' is no reference system</source>
      <translation>« {short} » n'est pas un système de coordonnées de référence</translation>
    </message>
    <message>
      <source>give --crs EPSG:32633, or one as WKT</source>
      <translation>définissez le SCR de la scène avec Couche &gt; Définir le SCR des couches</translation>
    </message>
    <message>
      <source>the name {name} is not in UTF-8</source>
      <translation>le nom {name} n'est pas en UTF-8</translation>
    </message>
    <message>
      <source>rename the file or its folder</source>
      <translation>renommez le fichier ou son dossier</translation>
    </message>
    <message>
      <source>a geotransform</source>
      <translation>une géotransformation</translation>
    </message>
    <message>
      <source>nothing: positions are pixel coordinates</source>
      <translation>rien : les positions sont des coordonnées de pixels</translation>
    </message>
    <message>
      <source>{count} ground control points in {crs}</source>
      <translation>{count} points de contrôle au sol en {crs}</translation>
    </message>
    <message>
      <source>an unknown CRS</source>
      <translation>un SCR inconnu</translation>
    </message>
    <message>
      <source>an RPC model (rational polynomial coefficients)</source>
      <translation>un modèle RPC (coefficients polynomiaux rationnels)</translation>
    </message>
    <message>
      <source>geolocation arrays, which hold a longitude and a latitude for each pixel</source>
      <translation>des tableaux de géolocalisation, qui donnent la longitude et la latitude de chaque pixel</translation>
    </message>
    <message>
      <source>{count} points are needed at least: add some, then {command}</source>
      <translation>il faut au moins {count} points : ajoutez-en, puis {command}</translation>
    </message>
    <message>
      <source>put it on a grid first: {command} ({remark})</source>
      <translation>mettez-la d'abord sur une grille : {command} ({remark})</translation>
    </message>
    <message>
      <source>put it on a grid first: {command}</source>
      <translation>mettez-la d'abord sur une grille : {command}</translation>
    </message>
    <message>
      <source>its points name no CRS: add -s_srs with theirs, and -t_srs EPSG:N with the one you want</source>
      <translation>ses points ne nomment aucun SCR : ajoutez -s_srs avec le leur, et -t_srs EPSG:N avec celui que vous voulez</translation>
    </message>
    <message>
      <source>better: with the EPSG code of a projected CRS of the place</source>
      <translation>mieux : avec le code EPSG d'un SCR projeté du lieu</translation>
    </message>
    <message>
      <source>not a readable raster: {name} ({why})</source>
      <translation>pas un raster lisible : {name} ({why})</translation>
    </message>
    <message>
      <source>{mend}, or build its overviews again with gdaladdo</source>
      <translation>{mend}, ou reconstruisez ses aperçus avec gdaladdo</translation>
    </message>
    <message>
      <source>cannot read {part} of {name} ({why})</source>
      <translation>impossible de lire {part} de {name} ({why})</translation>
    </message>
    <message>
      <source>{mend}, or --skip-damaged to do without these</source>
      <translation>{mend}, ou passez-vous d'eux : {SkipDamaged}</translation>
    </message>
    <message>
      <source>cannot read {name}: {why}</source>
      <translation>impossible de lire {name} : {why}</translation>
    </message>
    <message>
      <source>see whether `gdalinfo {name}` can read it, and what it says</source>
      <translation>voyez sous Information dans les propriétés de la couche si QGIS peut le lire</translation>
    </message>
    <message>
      <source>not enough memory</source>
      <translation>pas assez de mémoire</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller --extent</source>
      <translation>fermez d'autres programmes, ou choisissez une zone plus petite sous {Extent}</translation>
    </message>
    <message>
      <source>the compression {name}</source>
      <translation>la compression {name}</translation>
    </message>
    <message>
      <source>the format {name}</source>
      <translation>le format {name}</translation>
    </message>
    <message>
      <source>permission denied: {path}</source>
      <translation>accès refusé : {path}</translation>
    </message>
    <message>
      <source>move the file back to that place, or build the description again where the files are now (gdalbuildvrt)</source>
      <translation>remettez le fichier à cet endroit, ou reconstruisez la description là où sont maintenant les fichiers (gdalbuildvrt)</translation>
    </message>
    <message>
      <source>it reads band {band} of {file}, which has no such band</source>
      <translation>il lit la bande {band} de {file}, qui n'a pas cette bande</translation>
    </message>
    <message>
      <source>give the right file its place back, or build the VRT again (gdalbuildvrt)</source>
      <translation>remettez le bon fichier à sa place, ou reconstruisez le VRT (gdalbuildvrt)</translation>
    </message>
    <message>
      <source>it is only the header of a raster</source>
      <translation>ce n'est que l'en-tête d'un raster</translation>
    </message>
    <message>
      <source>give the data beside it: {data}</source>
      <translation>donnez les données à côté : {data}</translation>
    </message>
    <message>
      <source>it is the header of a raster, and its data file is missing</source>
      <translation>c'est l'en-tête d'un raster, et son fichier de données manque</translation>
    </message>
    <message>
      <source>put {file} beside it</source>
      <translation>placez {file} à côté</translation>
    </message>
    <message>
      <source>copy all files of the shapefile: .shp, .shx, .dbf and .prj</source>
      <translation>copiez tous les fichiers du shapefile : .shp, .shx, .dbf et .prj</translation>
    </message>
    <message>
      <source>a part of it is missing: {path}</source>
      <translation>il en manque une partie : {path}</translation>
    </message>
    <message>
      <source>it reads another file, which is not there; it looks for it at {at}</source>
      <translation>il lit un autre fichier, qui n'existe pas ; il le cherche à {at}</translation>
    </message>
    <message>
      <source>check the name inside it; if that is right, copy or download {file} again</source>
      <translation>vérifiez le nom à l'intérieur ; s'il est juste, copiez ou téléchargez {file} à nouveau</translation>
    </message>
    <message>
      <source>{file} is damaged or holds nothing of that name</source>
      <translation>{file} est endommagé ou ne contient rien de ce nom</translation>
    </message>
    <message>
      <source>there is no such file</source>
      <translation>ce fichier n'existe pas</translation>
    </message>
    <message>
      <source>it reads {path}, and {why}</source>
      <translation>il lit {path}, et {why}</translation>
    </message>
    <message>
      <source>its XML is cut off or damaged: {said}</source>
      <translation>son XML est tronqué ou endommagé : {said}</translation>
    </message>
    <message>
      <source>delete {beside}, or build it again with gdaladdo</source>
      <translation>supprimez {beside}, ou reconstruisez-le avec gdaladdo</translation>
    </message>
    <message>
      <source>its overviews {beside} are damaged</source>
      <translation>ses aperçus {beside} sont endommagés</translation>
    </message>
    <message>
      <source>copy or download {beside} again</source>
      <translation>copiez ou téléchargez {beside} à nouveau</translation>
    </message>
    <message>
      <source>its sidecar {beside} is damaged</source>
      <translation>son fichier annexe {beside} est endommagé</translation>
    </message>
    <message>
      <source>it is cut off or damaged: {said}</source>
      <translation>il est tronqué ou endommagé : {said}</translation>
    </message>
    <message>
      <source>its file {file} is cut off or damaged: {said}</source>
      <translation>son fichier {file} est tronqué ou endommagé : {said}</translation>
    </message>
    <message>
      <source>a database without a raster, perhaps labels</source>
      <translation>une base de données sans raster, peut-être des étiquettes</translation>
    </message>
    <message>
      <source>a shapefile</source>
      <translation>un shapefile</translation>
    </message>
    <message>
      <source>a zip archive</source>
      <translation>une archive zip</translation>
    </message>
    <message>
      <source>a gzip archive</source>
      <translation>une archive gzip</translation>
    </message>
    <message>
      <source>a 7z archive</source>
      <translation>une archive 7z</translation>
    </message>
    <message>
      <source>a rar archive</source>
      <translation>une archive rar</translation>
    </message>
    <message>
      <source>nothing but zero bytes, as an unfinished copy is</source>
      <translation>rien que des octets nuls, comme une copie inachevée</translation>
    </message>
    <message>
      <source>give a raster that GDAL can open, e.g. a GeoTIFF</source>
      <translation>donnez un raster que GDAL peut ouvrir, p. ex. un GeoTIFF</translation>
    </message>
    <message>
      <source>give the raster here; labels are a file of their own</source>
      <translation>donnez ici le raster ; les étiquettes sont un fichier à part</translation>
    </message>
    <message>
      <source>unpack it and give a raster of it, or name the one inside: /vsizip/ARCHIVE.zip/NAME.tif</source>
      <translation>décompressez-la et donnez un de ses rasters, ou désignez celui de l'intérieur : /vsizip/ARCHIVE.zip/NOM.tif</translation>
    </message>
    <message>
      <source>{again}: perhaps this is what a server answered instead of the file</source>
      <translation>{again} : c'est peut-être ce qu'un serveur a répondu à la place du fichier</translation>
    </message>
    <message>
      <source>permission denied</source>
      <translation>accès refusé</translation>
    </message>
    <message>
      <source>open the address in a browser: perhaps it leads to a page, or asks to sign in</source>
      <translation>ouvrez l'adresse dans un navigateur : elle mène peut-être à une page, ou demande de s'identifier</translation>
    </message>
    <message>
      <source>what the server sends is no raster</source>
      <translation>ce qu'envoie le serveur n'est pas un raster</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>c'est un dossier</translation>
    </message>
    <message>
      <source>give one file in it</source>
      <translation>donnez un fichier de ce dossier</translation>
    </message>
    <message>
      <source>it is no file</source>
      <translation>ce n'est pas un fichier</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>le fichier est vide</translation>
    </message>
    <message>
      <source>a vector file</source>
      <translation>un fichier vecteur</translation>
    </message>
    <message>
      <source>its header {header} is missing</source>
      <translation>son en-tête {header} manque</translation>
    </message>
    <message>
      <source>a {kind} file that is cut off or damaged</source>
      <translation>un fichier {kind} tronqué ou endommagé</translation>
    </message>
    <message>
      <source>it is {what}</source>
      <translation>c'est {what}</translation>
    </message>
    <message>
      <source>it has no format that GDAL knows</source>
      <translation>il n'a pas de format connu de GDAL</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>une page web</translation>
    </message>
    <message>
      <source>an XML text</source>
      <translation>un texte XML</translation>
    </message>
    <message>
      <source>a JSON text</source>
      <translation>un texte JSON</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un texte</translation>
    </message>
    <message>
      <source>ask for the right to read it, or copy it to where you have it</source>
      <translation>demandez le droit de le lire, ou copiez-le là où vous l'avez</translation>
    </message>
    <message>
      <source>it has {what}, which this build of GDAL cannot read</source>
      <translation>il a {what}, que cette version de GDAL ne peut pas lire</translation>
    </message>
    <message>
      <source>convert it with a GDAL that can read it, such as that of QGIS or OSGeo4W: gdal_translate {name} copy.tif</source>
      <translation>convertissez-le avec un GDAL qui peut le lire, comme celui de QGIS ou d'OSGeo4W : gdal_translate {name} copy.tif</translation>
    </message>
    <message>
      <source>GDAL gave no reason</source>
      <translation>GDAL n'a donné aucune raison</translation>
    </message>
    <message>
      <source>try again later, or download the file and give the copy</source>
      <translation>réessayez plus tard, ou téléchargez le fichier et donnez la copie</translation>
    </message>
    <message>
      <source>check the address and the network connection</source>
      <translation>vérifiez l'adresse et la connexion réseau</translation>
    </message>
    <message>
      <source>too many requests</source>
      <translation>trop de requêtes</translation>
    </message>
    <message>
      <source>internal error</source>
      <translation>erreur interne</translation>
    </message>
    <message>
      <source>bad gateway</source>
      <translation>mauvaise passerelle</translation>
    </message>
    <message>
      <source>busy</source>
      <translation>occupé</translation>
    </message>
    <message>
      <source>gateway timeout</source>
      <translation>délai de passerelle dépassé</translation>
    </message>
    <message>
      <source>{host} gave no answer when asked for {file} beside it</source>
      <translation>{host} n'a pas répondu quand on lui a demandé {file} à côté</translation>
    </message>
    <message>
      <source>{host} answered {code} when asked for {file} beside it</source>
      <translation>{host} a répondu {code} quand on lui a demandé {file} à côté</translation>
    </message>
    <message>
      <source>{host} refuses access ({code})</source>
      <translation>{host} refuse l'accès ({code})</translation>
    </message>
    <message>
      <source>{host} has no such file ({code})</source>
      <translation>{host} n'a pas ce fichier ({code})</translation>
    </message>
    <message>
      <source>check the address of the file</source>
      <translation>vérifiez l'adresse du fichier</translation>
    </message>
    <message>
      <source>{host} answered {code} ({busy}), also when asked again</source>
      <translation>{host} a répondu {code} ({busy}), même à une nouvelle demande</translation>
    </message>
    <message>
      <source>{host} answered {code}</source>
      <translation>{host} a répondu {code}</translation>
    </message>
    <message>
      <source>there is no address for {host}</source>
      <translation>il n'y a pas d'adresse pour {host}</translation>
    </message>
    <message>
      <source>{address}; behind a proxy, set GDAL_HTTP_PROXY=host:port</source>
      <translation>{address} ; derrière un proxy, définissez GDAL_HTTP_PROXY=hôte:port</translation>
    </message>
    <message>
      <source>its time</source>
      <translation>le délai prévu</translation>
    </message>
    <message>
      <source>{host} did not answer within {seconds}</source>
      <translation>{host} n'a pas répondu dans {seconds}</translation>
    </message>
    <message>
      <source>{again}; to wait longer, set {patience}=60</source>
      <translation>{again} ; pour attendre plus longtemps, définissez {patience}=60</translation>
    </message>
    <message>
      <source>check this computer's clock; for a certificate of your own organisation set CURL_CA_BUNDLE=FILE.pem</source>
      <translation>vérifiez l'horloge de cet ordinateur ; pour un certificat de votre organisation, définissez CURL_CA_BUNDLE=FICHIER.pem</translation>
    </message>
    <message>
      <source>the certificate of {host} is not trusted ({text})</source>
      <translation>le certificat n'est pas reconnu : {host} ({text})</translation>
    </message>
    <message>
      <source>no secure connection to {host} ({text})</source>
      <translation>pas de connexion sécurisée : {host} ({text})</translation>
    </message>
    <message>
      <source>check the address: does the server speak https?</source>
      <translation>vérifiez l'adresse : le serveur parle-t-il https ?</translation>
    </message>
    <message>
      <source>{host} cannot be reached</source>
      <translation>{host} est injoignable</translation>
    </message>
    <message>
      <source>{address}, and whether the server runs</source>
      <translation>{address}, et si le serveur fonctionne</translation>
    </message>
    <message>
      <source>{host} broke off the transfer ({text})</source>
      <translation>{host} a interrompu le transfert ({text})</translation>
    </message>
    <message>
      <source>no reason given</source>
      <translation>sans raison donnée</translation>
    </message>
    <message>
      <source>the server {name}</source>
      <translation>le serveur {name}</translation>
    </message>
    <message>
      <source>the storage {name}://</source>
      <translation>le stockage {name}://</translation>
    </message>
    <message>
      <source>the server</source>
      <translation>le serveur</translation>
    </message>
    <message>
      <source>set {keys} if it is public</source>
      <translation>définissez {keys} s'il est public</translation>
    </message>
    <message>
      <source>set {keys}</source>
      <translation>définissez {keys}</translation>
    </message>
    <message>
      <source>sign in with GDAL_HTTP_USERPWD=name:password; an address with a signature may have expired: get a new one</source>
      <translation>identifiez-vous avec GDAL_HTTP_USERPWD=nom:motdepasse ; une adresse signée a peut-être expiré : obtenez-en une nouvelle</translation>
    </message>
    <message>
      <source>the storage {name}:// asks for a key, and none is given</source>
      <translation>le stockage {name}:// demande une clé, et aucune n'est donnée</translation>
    </message>
    <message>
      <source>the storage {name}:// refuses access</source>
      <translation>le stockage {name}:// refuse l'accès</translation>
    </message>
    <message>
      <source>the storage {name}:// has no such file</source>
      <translation>le stockage {name}:// n'a pas ce fichier</translation>
    </message>
    <message>
      <source>check the names of the bucket and the file</source>
      <translation>vérifiez les noms du compartiment et du fichier</translation>
    </message>
    <message>
      <source>expected a precision of {precisions}; found '{precision}'</source>
      <translation>attendu : une précision parmi {precisions} ; trouvé : « {precision} »</translation>
    </message>
    <message>
      <source>give one of them to --precision</source>
      <translation>choisissez-en une sous {Precision}</translation>
    </message>
    <message>
      <source>the device does not compute in {precision}</source>
      <translation>le processeur ne calcule pas en {precision}</translation>
    </message>
    <message>
      <source>use --precision auto</source>
      <translation>choisissez auto sous {Precision}</translation>
    </message>
    <message>
      <source>no job is called '{kind}'</source>
      <translation>il n'y a pas de tâche « {kind} »</translation>
    </message>
    <message>
      <source>install the package that provides it, e.g. ofa-engine[train]</source>
      <translation>installez le paquet qui la fournit, p. ex. ofa-engine[train]</translation>
    </message>
    <message>
      <source>the model alone</source>
      <translation>le modèle seul</translation>
    </message>
    <message>
      <source>the model, reading and writing alone</source>
      <translation>le modèle, la lecture et l'écriture séparément</translation>
    </message>
    <message>
      <source>Change does not stand apart from chance: the map shows what has changed most, and that may be nothing.</source>
      <translation>Le changement ne se distingue pas du hasard : la carte montre ce qui a le plus changé, et ce peut n'être rien.</translation>
    </message>
    <message>
      <source>too few pixels hold data on both dates</source>
      <translation>trop peu de pixels ont des données aux deux dates</translation>
    </message>
    <message>
      <source>give scenes that share more of the place</source>
      <translation>donnez des scènes qui se recouvrent davantage</translation>
    </message>
    <message>
      <source>Compared by {bands}. Only one date has {others}.</source>
      <translation>Comparé par {bands}. Une seule date a {others}.</translation>
    </message>
    <message>
      <source>a class field, a raster of confidence and a table of transitions need labels</source>
      <translation>un champ de classe, un raster de confiance et un tableau des transitions demandent des étiquettes</translation>
    </message>
    <message>
      <source>give labels after the two dates, or leave these out</source>
      <translation>donnez des étiquettes, ou laissez-les de côté</translation>
    </message>
    <message>
      <source>a chip is read as a whole</source>
      <translation>une vignette est lue en entier</translation>
    </message>
    <message>
      <source>leave out --extent</source>
      <translation>laissez {Extent} vide</translation>
    </message>
    <message>
      <source>see `engine inspect` of one of them</source>
      <translation>examinez l'une d'elles avec {Inspect}</translation>
    </message>
    <message>
      <source>no chip can be read; the first: {why}</source>
      <translation>aucune vignette ne peut être lue ; la première : {why}</translation>
    </message>
    <message>
      <source>{count:,} of {whole:,} chips could not be read; the table says why.</source>
      <translation>{count:,} vignettes sur {whole:,} n'ont pas pu être lues ; le tableau dit pourquoi.</translation>
    </message>
    <message>
      <source>{band} ({why})</source>
      <translation>{band} ({why})</translation>
    </message>
    <message>
      <source>nothing is to be done to the map</source>
      <translation>rien n'est à faire à la carte</translation>
    </message>
    <message>
      <source>give --min-area 0.5ha, --merge crops=wheat+maize or --vector MAP.gpkg</source>
      <translation>donnez une surface minimale, des classes à fusionner ou des polygones</translation>
    </message>
    <message>
      <source>smooth borders are those of polygons</source>
      <translation>seuls des polygones ont des limites lisses</translation>
    </message>
    <message>
      <source>give --vector MAP.gpkg as well</source>
      <translation>donnez aussi les polygones</translation>
    </message>
    <message>
      <source>expected class values from {least} to {most}; {name} has {value}</source>
      <translation>des valeurs de classe de {least} à {most} étaient attendues ; {name} a {value}</translation>
    </message>
    <message>
      <source>give its classes smaller numbers: gdal_calc --calc</source>
      <translation>donnez à ses classes des nombres plus petits : calculatrice raster</translation>
    </message>
    <message>
      <source>merge some with --merge</source>
      <translation>fusionnez-en quelques-unes</translation>
    </message>
    <message>
      <source>the map has no CRS, so nobody knows how large its pixels are</source>
      <translation>la carte n'a pas de SCR, donc personne ne sait quelle taille ont ses pixels</translation>
    </message>
    <message>
      <source>give the minimum area in pixels: 20px</source>
      <translation>donnez la surface minimale en pixels : 20px</translation>
    </message>
    <message>
      <source>the minimum area is {pixels:,.0f} pixels of this map; {most:,} are possible</source>
      <translation>la surface minimale fait {pixels:,.0f} pixels de cette carte ; {most:,} sont possibles</translation>
    </message>
    <message>
      <source>give a smaller area, or a map with larger pixels: gdalwarp -r mode -tr</source>
      <translation>donnez une surface plus petite, ou une carte aux pixels plus grands : gdalwarp -r mode -tr</translation>
    </message>
    <message>
      <source>no 32-bit number holds class values from {least} to {most}</source>
      <translation>aucun nombre de 32 bits ne contient des valeurs de classe de {least} à {most}</translation>
    </message>
    <message>
      <source>{pixels:,} pixels are in regions below the minimum area that no larger region touches: they stay.</source>
      <translation>{pixels:,} pixels sont dans des zones sous la surface minimale qu'aucune zone plus grande ne touche : ils restent.</translation>
    </message>
    <message>
      <source>No region of the class {name} is as large as the minimum area.</source>
      <translation>Aucune zone de la classe {name} n'atteint la surface minimale.</translation>
    </message>
    <message>
      <source>expected {fewest} to {most} clusters; found {count}</source>
      <translation>de {fewest} à {most} groupes attendus ; {count} trouvés</translation>
    </message>
    <message>
      <source>give --classes 12</source>
      <translation>12 sont un bon début</translation>
    </message>
    <message>
      <source>objects per hectare need a scene with a CRS</source>
      <translation>les objets par hectare demandent une scène avec un SCR</translation>
    </message>
    <message>
      <source>leave out --density, or give --crs</source>
      <translation>omettez la densité, ou indiquez le SCR</translation>
    </message>
    <message>
      <source>no outlined object lies in the area</source>
      <translation>aucun objet délimité ne se trouve dans la zone</translation>
    </message>
    <message>
      <source>draw the area around outlined objects</source>
      <translation>dessinez la zone autour d’objets délimités</translation>
    </message>
    <message>
      <source>Left out: {count:,} objects outside the area.</source>
      <translation>Laissés de côté : {count:,} objets hors de la zone.</translation>
    </message>
    <message>
      <source>expected {least} or more outlined objects; found {count}</source>
      <translation>{least} objets délimités ou plus attendus ; {count} trouvés</translation>
    </message>
    <message>
      <source>outline more of them, ten are a good start</source>
      <translation>délimitez-en davantage, dix sont un bon début</translation>
    </message>
    <message>
      <source>expected objects of {least:g} pixels or more across; these have {size:.1f}</source>
      <translation>des objets d’au moins {least:g} pixels de large attendus ; ceux-ci en ont {size:.1f}</translation>
    </message>
    <message>
      <source>give a scene with smaller pixels</source>
      <translation>donnez une scène aux pixels plus petits</translation>
    </message>
    <message>
      <source>all outlined objects lie in one place: they are {apart:.0f} pixels apart at most, and {size:.0f} across</source>
      <translation>tous les objets délimités sont au même endroit : ils sont distants de {apart:.0f} pixels au plus et larges de {size:.0f}</translation>
    </message>
    <message>
      <source>outline some in other places, too, or correct their size</source>
      <translation>délimitez-en aussi ailleurs, ou corrigez leur taille</translation>
    </message>
    <message>
      <source>the scene does not say how large its pixels are, so --size has no meaning</source>
      <translation>la scène ne dit pas la taille de ses pixels, un diamètre en mètres n’a donc pas de sens</translation>
    </message>
    <message>
      <source>give outlines, or --crs</source>
      <translation>donnez des contours, ou le SCR</translation>
    </message>
    <message>
      <source>all outlined objects lie on nodata of the scene</source>
      <translation>tous les objets délimités se trouvent sur des pixels nodata de la scène</translation>
    </message>
    <message>
      <source>outline objects where the scene has data</source>
      <translation>délimitez des objets là où la scène a des données</translation>
    </message>
    <message>
      <source>{found:,} objects found. Estimate: {value:,.0f} ({low:,.0f} to {high:,.0f}); as dense as in the area there would be {density:,.0f}. Held out in the area: {right} of {outlined} objects found, F1 {f1:.2f}; expect less away from it.</source>
      <translation>{found:,} objets trouvés. Estimation : {value:,.0f} ({low:,.0f} à {high:,.0f}) ; à la densité de la zone il y en aurait {density:,.0f}. Mis de côté dans la zone : {right} objets sur {outlined} trouvés, F1 {f1:.2f} ; ailleurs, il faut s’attendre à moins.</translation>
    </message>
    <message>
      <source>No area was given: all in the box around the outlined objects was learnt as background. An object in there that is not outlined makes the result worse; draw an area in which each one is outlined.</source>
      <translation>Aucune zone indiquée : tout dans le rectangle autour des objets délimités a été appris comme fond. Un objet non délimité à l’intérieur dégrade le résultat ; dessinez une zone dans laquelle chacun est délimité.</translation>
    </message>
    <message>
      <source>Only {count} objects are outlined; ten or more make a better count.</source>
      <translation>Seuls {count} objets sont délimités ; dix ou plus donnent un meilleur comptage.</translation>
    </message>
    <message>
      <source>Held-out objects are hardly found (F1 {f1:.2f}): check the result by eye.</source>
      <translation>Les objets mis de côté sont à peine trouvés (F1 {f1:.2f}) : vérifiez le résultat à l’œil.</translation>
    </message>
    <message>
      <source>no outlined objects were given</source>
      <translation>aucun objet délimité n’a été donné</translation>
    </message>
    <message>
      <source>name a file of outlines after the scene</source>
      <translation>indiquez un fichier de contours</translation>
    </message>
    <message>
      <source>expected objects as {kinds}; found '{kind}'</source>
      <translation>objets en tant que {kinds} attendus ; '{kind}' trouvé</translation>
    </message>
    <message>
      <source>give one of them to --shape</source>
      <translation>choisissez l’un d’eux</translation>
    </message>
    <message>
      <source>boxes or points</source>
      <translation>rectangles ou points</translation>
    </message>
    <message>
      <source>expected a diameter in metres for --size</source>
      <translation>un diamètre en mètres attendu</translation>
    </message>
    <message>
      <source>give --size 5</source>
      <translation>donnez par exemple 5</translation>
    </message>
    <message>
      <source>expected a score from 0 to 1 for --min-score</source>
      <translation>un score minimal de 0 à 1 attendu</translation>
    </message>
    <message>
      <source>leave it out, or give --min-score 0.3</source>
      <translation>laissez-le vide, ou donnez 0,3</translation>
    </message>
    <message>
      <source>repair the engine's environment: reinstall it from constraints.txt</source>
      <translation>réparez l'environnement du moteur : réinstallez-le d'après constraints.txt</translation>
    </message>
    <message>
      <source>choose another --device, or update the graphics driver</source>
      <translation>choisissez un autre processeur, ou mettez à jour le pilote graphique</translation>
    </message>
    <message>
      <source>reinstall the model</source>
      <translation>réinstallez le modèle</translation>
    </message>
    <message>
      <source>free some space</source>
      <translation>libérez de l'espace</translation>
    </message>
    <message>
      <source>close other programs</source>
      <translation>fermez d'autres programmes</translation>
    </message>
    <message>
      <source>done</source>
      <translation>terminé</translation>
    </message>
    <message>
      <source>{versions} on {platform}</source>
      <translation>{versions} sur {platform}</translation>
    </message>
    <message>
      <source>{device}: {why}</source>
      <translation>{device} : {why}</translation>
    </message>
    <message>
      <source>a raster came back changed (same pixels: {same}, longitude {west:.6f} for 15)</source>
      <translation>un raster est revenu modifié (pixels identiques : {same}, longitude {west:.6f} au lieu de 15)</translation>
    </message>
    <message>
      <source>a GeoTIFF came back unchanged, and PROJ knows where it lies</source>
      <translation>un GeoTIFF est revenu intact, et PROJ sait où il se trouve</translation>
    </message>
    <message>
      <source>model {name} gives numbers that are not finite</source>
      <translation>le modèle {name} donne des nombres qui ne sont pas finis</translation>
    </message>
    <message>
      <source>{name} reads a Sentinel-2 tile on {device} in {precision}</source>
      <translation>{name} lit une tuile Sentinel-2 sur {device} en {precision}</translation>
    </message>
    <message>
      <source>only {found:.1f} GiB free on this disk; {least:g} GiB are needed</source>
      <translation>seuls {found:.1f} Gio sont libres sur ce disque ; il en faut {least:g}</translation>
    </message>
    <message>
      <source>{found:.1f} GiB free on this disk</source>
      <translation>{found:.1f} Gio libres sur ce disque</translation>
    </message>
    <message>
      <source>not told by this system; cores: {count}</source>
      <translation>ce système ne le dit pas ; cœurs : {count}</translation>
    </message>
    <message>
      <source>only {found:.1f} GiB of memory free; {least:g} GiB are needed</source>
      <translation>seuls {found:.1f} Gio de mémoire sont libres ; il en faut {least:g}</translation>
    </message>
    <message>
      <source>{found:.1f} GiB of memory free; cores: {count}</source>
      <translation>{found:.1f} Gio de mémoire libres ; cœurs : {count}</translation>
    </message>
    <message>
      <source>{sources} is in no feature: the model reads spectral and radar bands.</source>
      <translation>{sources} n’est dans aucune caractéristique : le modèle lit des bandes spectrales et radar.</translation>
    </message>
    <message>
      <source>reading the scene</source>
      <translation>lecture de la scène</translation>
    </message>
    <message>
      <source>the scene has no data at this place</source>
      <translation>la scène n'a pas de données à cet endroit</translation>
    </message>
    <message>
      <source>click on a place with data</source>
      <translation>cliquez à un endroit qui a des données</translation>
    </message>
    <message>
      <source>growing</source>
      <translation>croissance de la région</translation>
    </message>
    <message>
      <source>all regions around this place are too ragged to be drawn</source>
      <translation>toutes les régions autour de ce lieu sont trop déchiquetées pour être dessinées</translation>
    </message>
    <message>
      <source>zoom in, or draw a polygon</source>
      <translation>zoomez ou dessinez un polygone</translation>
    </message>
    <message>
      <source>the place {x:.10g}, {y:.10g} lies outside the scene</source>
      <translation>le point {x:.10g}, {y:.10g} est hors de la scène</translation>
    </message>
    <message>
      <source>the scene's extent is {whole} in its own CRS</source>
      <translation>l'emprise de la scène est {whole} dans son propre SCR</translation>
    </message>
    <message>
      <source>expected a number for --threshold</source>
      <translation>un nombre attendu comme seuil</translation>
    </message>
    <message>
      <source>give --threshold 0.5</source>
      <translation>0,5 est un début</translation>
    </message>
    <message>
      <source>expected hits as {kinds}; found '{kind}'</source>
      <translation>trouvés attendus en {kinds} ; « {kind} » trouvé</translation>
    </message>
    <message>
      <source>give one of them to --hits-as</source>
      <translation>choisir l'un d'eux</translation>
    </message>
    <message>
      <source>polygons or points</source>
      <translation>polygones ou points</translation>
    </message>
    <message>
      <source>expected a map of values, one band of fractions; {name} has bands: {count}, of {kind}</source>
      <translation>une carte de valeurs à une bande de fractions était attendue ; {name} a {count} bande(s), en {kind}</translation>
    </message>
    <message>
      <source>give a map that `engine similar`, `engine change` or `engine regress` wrote with --out</source>
      <translation>prenez une carte de ressemblance, de changements ou de valeurs</translation>
    </message>
    <message>
      <source>no field was named</source>
      <translation>aucun champ n'a été indiqué</translation>
    </message>
    <message>
      <source>give the field of the labels that holds the class: --field NAME</source>
      <translation>choisissez le champ des étiquettes qui contient la classe</translation>
    </message>
    <message>
      <source>labels say what has changed, or name the class on each date; both were asked for</source>
      <translation>les étiquettes disent ce qui a changé, ou nomment la classe à chaque date ; les deux ont été demandés</translation>
    </message>
    <message>
      <source>leave out --unchanged or --field-after</source>
      <translation>laissez de côté la classe de ce qui n'a pas changé ou le champ de classe de la date ultérieure</translation>
    </message>
    <message>
      <source>no label says what has not changed: expected a class {wanted}; found {names}</source>
      <translation>aucune étiquette ne dit ce qui n'a pas changé : une classe {wanted} était attendue ; trouvé : {names}</translation>
    </message>
    <message>
      <source>give its name: --unchanged NAME</source>
      <translation>indiquez le nom de la classe de ce qui n'a pas changé</translation>
    </message>
    <message>
      <source>{count} pairs of classes do not fit into a map of bytes: {most} do</source>
      <translation>{count} paires de classes ne tiennent pas dans une carte d'octets : {most} au plus</translation>
    </message>
    <message>
      <source>merge classes: 15 on each date fit</source>
      <translation>fusionnez des classes : 15 par date tiennent</translation>
    </message>
    <message>
      <source>The dates cannot be compared band by band: two maps are, and errors of either look like change.</source>
      <translation>Les dates ne peuvent pas être comparées bande par bande : deux cartes le sont, et les erreurs de chacune ressemblent à du changement.</translation>
    </message>
    <message>
      <source>earlier date</source>
      <translation>date antérieure</translation>
    </message>
    <message>
      <source>later date</source>
      <translation>date ultérieure</translation>
    </message>
    <message>
      <source>{date}: {text}</source>
      <translation>{date} : {text}</translation>
    </message>
    <message>
      <source>looking for models</source>
      <translation>recherche de modèles</translation>
    </message>
    <message>
      <source>{name} cannot be read: {reason}</source>
      <translation>impossible de lire {name} : {reason}</translation>
    </message>
    <message>
      <source>run the job again</source>
      <translation>relancez la tâche</translation>
    </message>
    <message>
      <source>a part of what? {error}</source>
      <translation>une partie de quoi ? {error}</translation>
    </message>
    <message>
      <source>expected a part of embed, classify or predict; found one of {kind}</source>
      <translation>attendu : une partie de embed, classify ou predict ; trouvé : une partie de {kind}</translation>
    </message>
    <message>
      <source>expected a window of four numbers; found {count}</source>
      <translation>attendu : une fenêtre de quatre nombres ; trouvé : {count}</translation>
    </message>
    <message>
      <source>{name} is a backbone: it was not fine-tuned for a task</source>
      <translation>{name} est un réseau de base : il n'a été affiné pour aucune tâche</translation>
    </message>
    <message>
      <source>make a model with `engine finetune` or `engine classify --save-model`, or map with labels</source>
      <translation>entraînez un modèle sur la page {Train}, ou cartographiez avec des étiquettes</translation>
    </message>
    <message>
      <source>a model for {task} gives neither confidence nor polygons</source>
      <translation>un modèle pour {task} ne donne ni confiance ni polygones</translation>
    </message>
    <message>
      <source>leave them out</source>
      <translation>ne les demandez pas</translation>
    </message>
    <message>
      <source>{name} does not tell how unlike a scene is to what it knows: only models do that learnt from few labels</source>
      <translation>{name} ne dit pas à quel point une scène diffère de ce qu'il a appris : seuls le font les modèles qui ont appris de peu d'étiquettes</translation>
    </message>
    <message>
      <source>leave out --applicability</source>
      <translation>renoncez au raster de dissemblance</translation>
    </message>
    <message>
      <source>no folder was named for the preview</source>
      <translation>aucun dossier n'a été indiqué pour l'aperçu</translation>
    </message>
    <message>
      <source>give 'out'</source>
      <translation>donnez « out »</translation>
    </message>
    <message>
      <source>expected a step from 1 and places from 0; found {step} and {places}</source>
      <translation>attendu : un pas à partir de 1 et des lieux à partir de 0 ; trouvé : {step} et {places}</translation>
    </message>
    <message>
      <source>correct them</source>
      <translation>corrigez-les</translation>
    </message>
    <message>
      <source>all points lie in one place, so nothing can be checked</source>
      <translation>tous les points sont au même endroit, donc rien ne peut être vérifié</translation>
    </message>
    <message>
      <source>add points, all over the scene</source>
      <translation>ajoutez des points, sur toute la scène</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike all points: measure there</source>
      <translation>{share:.0%} de la scène ne ressemble à aucun point : mesurez-y</translation>
    </message>
    <message>
      <source>The map is no better than the mean of the points.</source>
      <translation>La carte n'est pas meilleure que la moyenne des points.</translation>
    </message>
    <message>
      <source>expected a standard error between 0 and 0.5; found {error:g}</source>
      <translation>attendu : une erreur type entre 0 et 0,5 ; trouvé : {error:g}</translation>
    </message>
    <message>
      <source>give --standard-error 0.02 for an interval of about 4 points to either side</source>
      <translation>0,02 donne un intervalle d'environ 4 points de chaque côté</translation>
    </message>
    <message>
      <source>expected whole numbers from 0 on for --points and --seed</source>
      <translation>attendu : des nombres entiers à partir de 0 pour les points et la graine</translation>
    </message>
    <message>
      <source>expected accuracies from 0 to 1; found {share:g}</source>
      <translation>attendu : des exactitudes de 0 à 1 ; trouvé : {share:g}</translation>
    </message>
    <message>
      <source>give --anticipated water=0.9,forest=0.7</source>
      <translation>écrivez water=0.9,forest=0.7</translation>
    </message>
    <message>
      <source>the scene has no data at {x:.10g}, {y:.10g}, where an example lies</source>
      <translation>la scène n'a pas de données en {x:.10g}, {y:.10g}, où se trouve un exemple</translation>
    </message>
    <message>
      <source>the pixel at {x:.10g}, {y:.10g} is an example and a counter-example</source>
      <translation>le pixel en {x:.10g}, {y:.10g} est exemple et contre-exemple</translation>
    </message>
    <message>
      <source>leave one of them out</source>
      <translation>en retirer un</translation>
    </message>
    <message>
      <source>no example was given</source>
      <translation>aucun exemple n'est donné</translation>
    </message>
    <message>
      <source>give a place in the scene's CRS: --at 500100,5799900</source>
      <translation>donner un lieu dans la scène</translation>
    </message>
    <message>
      <source>expected places as pairs of numbers</source>
      <translation>lieux attendus comme paires de nombres</translation>
    </message>
    <message>
      <source>give --at X,Y</source>
      <translation>donner chacun en X,Y</translation>
    </message>
    <message>
      <source>expected at most {most} examples; found {count}</source>
      <translation>au plus {most} exemples attendus ; {count} trouvés</translation>
    </message>
    <message>
      <source>leave some out, or label classes and use `engine classify`</source>
      <translation>en retirer, ou étiqueter des classes et les cartographier</translation>
    </message>
    <message>
      <source>learning from the labels</source>
      <translation>apprentissage à partir des étiquettes</translation>
    </message>
    <message>
      <source>looking around</source>
      <translation>tour d'horizon</translation>
    </message>
    <message>
      <source>mapping</source>
      <translation>cartographie</translation>
    </message>
    <message>
      <source>drawing polygons</source>
      <translation>dessin des polygones</translation>
    </message>
    <message>
      <source>computing features</source>
      <translation>calcul des caractéristiques</translation>
    </message>
    <message>
      <source>learning from the objects</source>
      <translation>apprentissage à partir des objets</translation>
    </message>
    <message>
      <source>looking for objects</source>
      <translation>recherche d’objets</translation>
    </message>
    <message>
      <source>drawing points</source>
      <translation>tirage des points</translation>
    </message>
    <message>
      <source>writing the report</source>
      <translation>rédaction du rapport</translation>
    </message>
    <message>
      <source>looking at chips</source>
      <translation>examen des vignettes</translation>
    </message>
    <message>
      <source>preparing the head</source>
      <translation>préparation de la tête</translation>
    </message>
    <message>
      <source>drawing examples</source>
      <translation>dessin d'exemples</translation>
    </message>
    <message>
      <source>{count:,} labelled pixels lie on nodata and were left out.</source>
      <translation>{count:,} pixels étiquetés sont sur du nodata et ont été écartés.</translation>
    </message>
    <message>
      <source>Left out: {classes} without a label on data.</source>
      <translation>Écarté : {classes} sans étiquette sur des données.</translation>
    </message>
    <message>
      <source>only one class ('{name}') is labelled inside the scene</source>
      <translation>une seule classe (« {name} ») est étiquetée dans la scène</translation>
    </message>
    <message>
      <source>{told}, and all labels of {classes} lie on nodata</source>
      <translation>{told}, et toutes les étiquettes de {classes} sont sur du nodata</translation>
    </message>
    <message>
      <source>{told}; a map needs two or more</source>
      <translation>{told} ; une carte en demande deux ou plus</translation>
    </message>
    <message>
      <source>label a second class where the scene holds data</source>
      <translation>étiquetez une deuxième classe là où la scène a des données</translation>
    </message>
    <message>
      <source>{count} different classes are labelled inside the scene; a map holds at most {most}</source>
      <translation>{count} classes différentes sont étiquetées dans la scène ; une carte en contient {most} au plus</translation>
    </message>
    <message>
      <source>name the field of the class, if this is another one: --field NAME; or merge classes</source>
      <translation>choisissez un autre champ sous {Field}, si la classe est dans un autre ; ou fusionnez des classes</translation>
    </message>
    <message>
      <source>all labels contradict each other: every labelled pixel has labels of different classes ({names})</source>
      <translation>toutes les étiquettes se contredisent : chaque pixel étiqueté porte des étiquettes de classes différentes ({names})</translation>
    </message>
    <message>
      <source>remove all but one of the labels of a place</source>
      <translation>ne gardez qu'une étiquette par endroit</translation>
    </message>
    <message>
      <source>all labels lie on nodata</source>
      <translation>toutes les étiquettes sont sur du nodata</translation>
    </message>
    <message>
      <source>label places that hold data; if these do, --ignore-file-nodata reads the file's nodata value as data</source>
      <translation>étiquetez des endroits qui ont des données ; s'ils en ont, décochez « Aucune valeur de données » sous Transparence dans les propriétés de la couche</translation>
    </message>
    <message>
      <source>Left out: {geometries} outside the scene.</source>
      <translation>Écarté : {geometries} hors de la scène.</translation>
    </message>
    <message>
      <source>Cut at the scene's border: {geometries}.</source>
      <translation>Coupé au bord de la scène : {geometries}.</translation>
    </message>
    <message>
      <source>1 pixel</source>
      <translation>1 pixel</translation>
    </message>
    <message>
      <source>{count:,} pixels</source>
      <translation>{count:,} pixels</translation>
    </message>
    <message>
      <source>Left out: {pixels} labelled with different classes.</source>
      <translation>Écarté : {pixels} avec des étiquettes de classes différentes.</translation>
    </message>
    <message>
      <source>1 large geometry</source>
      <translation>1 grande géométrie</translation>
    </message>
    <message>
      <source>{count:,} large geometries</source>
      <translation>{count:,} grandes géométries</translation>
    </message>
    <message>
      <source>Of {large}, at most {most:,} pixels each, spread evenly, were taken.</source>
      <translation>De {large}, {most:,} pixels au plus chacune, régulièrement répartis, ont été pris.</translation>
    </message>
    <message>
      <source>Of class '{name}', {most:,} pixels spread evenly were taken.</source>
      <translation>De la classe « {name} », {most:,} pixels régulièrement répartis ont été pris.</translation>
    </message>
    <message>
      <source>Left out: {classes} without a pixel in the scene.</source>
      <translation>Écarté : {classes} sans un pixel dans la scène.</translation>
    </message>
    <message>
      <source>1 class ({names})</source>
      <translation>1 classe ({names})</translation>
    </message>
    <message>
      <source>{count} classes ({names})</source>
      <translation>{count} classes ({names})</translation>
    </message>
    <message>
      <source>{found} with a number lie on data of the scene; {least} or more are needed</source>
      <translation>sur des données de la scène avec un nombre : {found} ; il en faut au moins {least}</translation>
    </message>
    <message>
      <source>all points have the value {value:g}: nothing is to be learnt from them</source>
      <translation>tous les points ont la valeur {value:g} : il n'y a rien à en apprendre</translation>
    </message>
    <message>
      <source>name the field that holds the values: --field NAME</source>
      <translation>nommez sous {Field} le champ des valeurs</translation>
    </message>
    <message>
      <source>all points contradict each other: each pixel has several values</source>
      <translation>tous les points se contredisent : chaque pixel a plusieurs valeurs</translation>
    </message>
    <message>
      <source>keep one point for a pixel</source>
      <translation>gardez un point par pixel</translation>
    </message>
    <message>
      <source>Pixels left out, as several points give them different values: {count:,}.</source>
      <translation>Pixels laissés de côté, car plusieurs points leur donnent des valeurs différentes : {count:,}.</translation>
    </message>
    <message>
      <source>expected outlines of objects, or points; found lines</source>
      <translation>des contours d’objets, ou des points, attendus ; des lignes trouvées</translation>
    </message>
    <message>
      <source>draw polygons around the objects</source>
      <translation>dessinez des polygones autour des objets</translation>
    </message>
    <message>
      <source>expected outlines of objects; found points</source>
      <translation>des contours d’objets attendus ; des points trouvés</translation>
    </message>
    <message>
      <source>say how large an object is, in metres: --size 5</source>
      <translation>dites quelle est la taille d’un objet : diamètre en mètres</translation>
    </message>
    <message>
      <source>expected polygons in the area {name}; found none</source>
      <translation>des polygones attendus dans la zone {name} ; aucun trouvé</translation>
    </message>
    <message>
      <source>draw the area as a polygon</source>
      <translation>dessinez la zone en tant que polygone</translation>
    </message>
    <message>
      <source>The scene has no CRS and the labels have {crs}: their coordinates were used as they are, as they fall inside the scene.</source>
      <translation>La scène n'a pas de SCR et les étiquettes ont {crs} : leurs coordonnées ont été utilisées telles quelles, car elles tombent dans la scène.</translation>
    </message>
    <message>
      <source>The labels have no CRS: the scene's was taken, as they fall inside it.</source>
      <translation>Les étiquettes n'ont pas de SCR : celui de la scène a été pris, car elles tombent dedans.</translation>
    </message>
    <message>
      <source>The labels were reprojected from {theirs} to the scene's {its}.</source>
      <translation>Les étiquettes ont été reprojetées de {theirs} vers {its}, celui de la scène.</translation>
    </message>
    <message>
      <source>they span {extent}</source>
      <translation>elles couvrent {extent}</translation>
    </message>
    <message>
      <source>the scene {extent}</source>
      <translation>la scène {extent}</translation>
    </message>
    <message>
      <source>all labels lie outside the scene: {spans}, {scene}</source>
      <translation>toutes les étiquettes sont hors de la scène : {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels of this scene; if they are, assign them the CRS that they were drawn in</source>
      <translation>donnez des étiquettes de cette scène ; si c'en sont, attribuez-leur le SCR dans lequel elles ont été dessinées</translation>
    </message>
    <message>
      <source>all labels have no CRS and lie outside the scene: {spans}, {scene}</source>
      <translation>aucune étiquette n'a de SCR, et toutes sont hors de la scène : {spans}, {scene}</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, in a GIS</source>
      <translation>attribuez aux étiquettes le SCR dans lequel elles ont été dessinées</translation>
    </message>
    <message>
      <source>the scene has no CRS, and all labels, in {theirs}, lie outside it: {spans}, {scene}</source>
      <translation>la scène n'a pas de SCR, et toutes les étiquettes, en {theirs}, sont en dehors : {spans}, {scene}</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE</source>
      <translation>définissez le SCR de la scène avec Couche &gt; Définir le SCR des couches</translation>
    </message>
    <message>
      <source>the scene has neither a CRS nor a place on the ground, and all labels lie outside it: {spans}, {scene}</source>
      <translation>la scène n'a ni SCR ni place au sol, et toutes les étiquettes sont en dehors : {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels in its pixel coordinates (column, row), or georeference the scene first</source>
      <translation>donnez des étiquettes dans ses coordonnées de pixels (colonne, ligne), ou géoréférencez d'abord la scène</translation>
    </message>
    <message>
      <source>neither scene nor labels have a CRS, and all labels lie outside the scene: {spans}, {scene}</source>
      <translation>ni la scène ni les étiquettes n'ont de SCR, et toutes les étiquettes sont hors de la scène : {spans}, {scene}</translation>
    </message>
    <message>
      <source>give labels in the scene's coordinates; or assign the labels their CRS, and name the scene's: --crs EPSG:CODE</source>
      <translation>donnez des étiquettes dans les coordonnées de la scène ; ou attribuez leur SCR aux étiquettes, et définissez celui de la scène avec Couche &gt; Définir le SCR des couches</translation>
    </message>
    <message>
      <source>x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g} in {crs}</source>
      <translation>x de {x0:.12g} à {x1:.12g}, y de {y0:.12g} à {y1:.12g} en {crs}</translation>
    </message>
    <message>
      <source>x {x0:.12g} to {x1:.12g}, y {y0:.12g} to {y1:.12g}</source>
      <translation>x de {x0:.12g} à {x1:.12g}, y de {y0:.12g} à {y1:.12g}</translation>
    </message>
    <message>
      <source>Left out: {geometries} that cannot be placed in the scene's CRS.</source>
      <translation>Écarté : {geometries} sans place dans le SCR de la scène.</translation>
    </message>
    <message>
      <source>1 invalid geometry</source>
      <translation>1 géométrie invalide</translation>
    </message>
    <message>
      <source>{count:,} invalid geometries</source>
      <translation>{count:,} géométries invalides</translation>
    </message>
    <message>
      <source>Repaired: {geometries}.</source>
      <translation>Réparé : {geometries}.</translation>
    </message>
    <message>
      <source>no label has an area: their outlines enclose nothing</source>
      <translation>aucune étiquette n'a de surface : leurs contours n'enferment rien</translation>
    </message>
    <message>
      <source>draw them again, or as points</source>
      <translation>redessinez-les, ou faites-en des points</translation>
    </message>
    <message>
      <source>The labels' longitudes were shifted by 360° to those of the scene.</source>
      <translation>Les longitudes des étiquettes ont été décalées de 360° vers celles de la scène.</translation>
    </message>
    <message>
      <source>the labels' CRS {crs} cannot be brought to the scene's {target}</source>
      <translation>le SCR {crs} des étiquettes ne peut pas être amené à celui de la scène, {target}</translation>
    </message>
    <message>
      <source>assign the labels the CRS that they were drawn in, or --crs to the scene if its own is wrong</source>
      <translation>attribuez aux étiquettes le SCR dans lequel elles ont été dessinées, ou corrigez celui de la scène avec Couche &gt; Définir le SCR des couches</translation>
    </message>
    <message>
      <source>expected numbers in the field '{field}'; found '{value}'</source>
      <translation>des nombres sont attendus dans le champ « {field} » ; « {value} » a été trouvé</translation>
    </message>
    <message>
      <source>name a field of numbers: --field {fields}</source>
      <translation>choisissez sous {Field} un champ de nombres : {fields}</translation>
    </message>
    <message>
      <source>convert it</source>
      <translation>convertissez-le</translation>
    </message>
    <message>
      <source>no feature has a number in the field '{field}'</source>
      <translation>aucune entité n'a de nombre dans le champ « {field} »</translation>
    </message>
    <message>
      <source>fill the field</source>
      <translation>remplissez le champ</translation>
    </message>
    <message>
      <source>Left out: {features} without a number in '{field}'.</source>
      <translation>Laissées de côté : {features} sans nombre dans « {field} ».</translation>
    </message>
    <message>
      <source>the table '{table}' of the labels {name} cannot be used: {error}</source>
      <translation>la table « {table} » des étiquettes {name} ne peut pas être utilisée : {error}</translation>
    </message>
    <message>
      <source>correct it, or remove the table</source>
      <translation>corrigez-la, ou supprimez la table</translation>
    </message>
    <message>
      <source>give GPKG, GeoJSON or Shapefile</source>
      <translation>donnez un GPKG, un GeoJSON ou un shapefile</translation>
    </message>
    <message>
      <source>the labels {name} cannot be read: {why}</source>
      <translation>impossible de lire les étiquettes {name} : {why}</translation>
    </message>
    <message>
      <source>the labels {name} have no fields</source>
      <translation>les étiquettes {name} n'ont pas de champs</translation>
    </message>
    <message>
      <source>add a field that holds the class, and name it: --field</source>
      <translation>ajoutez un champ qui contient la classe, et choisissez-le sous {Field}</translation>
    </message>
    <message>
      <source>no field '{field}' in the labels {name}</source>
      <translation>pas de champ « {field} » dans les étiquettes {name}</translation>
    </message>
    <message>
      <source>nothing says which field holds the class</source>
      <translation>rien ne dit quel champ contient la classe</translation>
    </message>
    <message>
      <source>{asked}; it has: {fields}</source>
      <translation>{asked} ; il y a : {fields}</translation>
    </message>
    <message>
      <source>name the field of the class: --field NAME</source>
      <translation>choisissez le champ de la classe sous {Field}</translation>
    </message>
    <message>
      <source>no layer with geometries in the labels {name}</source>
      <translation>pas de couche avec des géométries dans les étiquettes {name}</translation>
    </message>
    <message>
      <source>give a layer of points, lines or polygons</source>
      <translation>donnez une couche de points, de lignes ou de polygones</translation>
    </message>
    <message>
      <source>the labels {name} hold the layers {layers}</source>
      <translation>les étiquettes {name} contiennent les couches {layers}</translation>
    </message>
    <message>
      <source>name one of them: --layer NAME</source>
      <translation>chargez-en une comme couche, et choisissez-la sous {Labels}</translation>
    </message>
    <message>
      <source>no layer '{layer}': {found}</source>
      <translation>pas de couche « {layer} » : {found}</translation>
    </message>
    <message>
      <source>the label layer is empty: it holds no features</source>
      <translation>la couche d'étiquettes est vide : elle ne contient aucune entité</translation>
    </message>
    <message>
      <source>draw some labels first</source>
      <translation>dessinez d’abord des étiquettes</translation>
    </message>
    <message>
      <source>no feature of the labels has a geometry</source>
      <translation>aucune entité des étiquettes n'a de géométrie</translation>
    </message>
    <message>
      <source>draw points, lines or polygons</source>
      <translation>dessinez des points, des lignes ou des polygones</translation>
    </message>
    <message>
      <source>Left out: {features} without geometry.</source>
      <translation>Écarté : {features} sans géométrie.</translation>
    </message>
    <message>
      <source>fill the field, or name another field: --field {fields}</source>
      <translation>remplissez le champ, ou choisissez-en un autre sous {Field} : {fields}</translation>
    </message>
    <message>
      <source>no feature has one class in the field '{field}'</source>
      <translation>aucune entité n'a une seule classe dans le champ « {field} »</translation>
    </message>
    <message>
      <source>Left out: {features} without one class in '{field}'.</source>
      <translation>Écarté : {features} sans une seule classe dans « {field} ».</translation>
    </message>
    <message>
      <source>1 geometry</source>
      <translation>1 géométrie</translation>
    </message>
    <message>
      <source>{count:,} geometries</source>
      <translation>{count:,} géométries</translation>
    </message>
    <message>
      <source>1 feature</source>
      <translation>1 entité</translation>
    </message>
    <message>
      <source>{count:,} features</source>
      <translation>{count:,} entités</translation>
    </message>
    <message>
      <source>no such label file: {name}</source>
      <translation>le fichier d'étiquettes {name} n'existe pas</translation>
    </message>
    <message>
      <source>check the path of the labels</source>
      <translation>vérifiez le chemin des étiquettes</translation>
    </message>
    <message>
      <source>the labels {name} hold several files: {found}</source>
      <translation>les étiquettes {name} contiennent plusieurs fichiers : {found}</translation>
    </message>
    <message>
      <source>name one of them: /vsizip/{name}/{first}</source>
      <translation>désignez-en un : /vsizip/{name}/{first}</translation>
    </message>
    <message>
      <source>Nothing fixes the scale of these numbers, so {model} saw them relative to the scene itself.</source>
      <translation>Rien ne fixe l’échelle de ces nombres ; {model} les a donc vus par rapport à la scène elle-même.</translation>
    </message>
    <message>
      <source>These are no spectral bands: the map rests on them as they are, without the model.</source>
      <translation>Ce ne sont pas des bandes spectrales : la carte repose sur elles telles quelles, sans le modèle.</translation>
    </message>
    <message>
      <source>The model {name} is untrained: its features are random projections of the pixels, and the map rests on spectra and their surroundings as far as validation trusted them.</source>
      <translation>Le modèle {name} n'est pas entraîné : ses caractéristiques sont des projections aléatoires des pixels, et la carte repose sur les spectres et leur voisinage, dans la mesure où la validation leur fait confiance.</translation>
    </message>
    <message>
      <source>The pixel size on the ground is unknown; the model was told {gsd_m:g} m.</source>
      <translation>La taille des pixels au sol est inconnue ; le modèle a reçu {gsd_m:g} m.</translation>
    </message>
    <message>
      <source>The scene has a CRS and no geotransform: the result lies at the origin of the CRS.</source>
      <translation>La scène a un SCR mais pas de géotransformation : le résultat se trouve à l'origine du SCR.</translation>
    </message>
    <message>
      <source>Bands not used: {bands}.</source>
      <translation>Bandes non utilisées : {bands}.</translation>
    </message>
    <message>
      <source>{fill}: they count as nodata.</source>
      <translation>{fill} : ils comptent comme nodata.</translation>
    </message>
    <message>
      <source>Nodata by the product's own masks: {shares}.</source>
      <translation>Nodata d’après les masques du produit : {shares}.</translation>
    </message>
    <message>
      <source>Blocks that could not be read and are nodata: {count} ({damaged}).</source>
      <translation>Blocs qui n'ont pas pu être lus et sont sans données : {count} ({damaged}).</translation>
    </message>
    <message>
      <source>the labels that this model learnt from do not tell how unlike to them a pixel may be</source>
      <translation>les étiquettes dont ce modèle a appris ne disent pas à quel point un pixel peut en différer</translation>
    </message>
    <message>
      <source>leave out --applicability, or learn from labels with each class in two or more places</source>
      <translation>renoncez au raster de dissemblance, ou apprenez d'étiquettes où chaque classe est à deux endroits ou plus</translation>
    </message>
    <message>
      <source>no class has labels in two places, so nothing tells how unlike to them a pixel may be</source>
      <translation>aucune classe n'a d'étiquettes en deux endroits : rien ne dit à quel point un pixel peut en différer</translation>
    </message>
    <message>
      <source>label each class in two or more places, or leave out --applicability</source>
      <translation>étiqueter chaque classe en deux endroits ou plus, ou renoncer au raster de dissemblance</translation>
    </message>
    <message>
      <source>the card of {name} was changed: it is not the one that its weights were saved with</source>
      <translation>la fiche de {name} a été modifiée : ce n'est pas celle avec laquelle ses poids ont été enregistrés</translation>
    </message>
    <message>
      <source>the weights of {name} do not fit its card</source>
      <translation>les poids de {name} ne correspondent pas à sa fiche</translation>
    </message>
    <message>
      <source>the model has learnt from a scene and {count} further sources ({wanted}); found {found}</source>
      <translation>le modèle a appris d'une scène et de {count} autres sources ({wanted}) ; trouvé : {found}</translation>
    </message>
    <message>
      <source>give the same sources, in the same order, with --with</source>
      <translation>donnez les mêmes sources, dans le même ordre, comme autres couches</translation>
    </message>
    <message>
      <source>{share:.0%} of the scene is unlike anything this model has learnt from: check the map there, or label this scene, too.</source>
      <translation>{share:.0%} de la scène ne ressemble à rien de ce dont ce modèle a appris : vérifiez-y la carte, ou étiquetez aussi cette scène.</translation>
    </message>
    <message>
      <source>the model was trained on {wanted}; the scene's numbers are {found}</source>
      <translation>le modèle a été entraîné sur {wanted} ; les valeurs de la scène sont {found}</translation>
    </message>
    <message>
      <source>give the scene in those units, say what its numbers are with --units, or train a model on such scenes</source>
      <translation>donnez la scène dans cette unité, choisissez son unité sous {Units}, ou entraînez un modèle sur de telles scènes</translation>
    </message>
    <message>
      <source>the model was trained without it</source>
      <translation>le modèle a été entraîné sans elle</translation>
    </message>
    <message>
      <source>the model needs the band {wanted}; the scene has {known}</source>
      <translation>le modèle a besoin de la bande {wanted} ; la scène a {known}</translation>
    </message>
    <message>
      <source>give a scene with it, or say which band it is with --bands</source>
      <translation>donnez une scène qui l'a, ou dites sous {Bands} quelle bande c'est</translation>
    </message>
    <message>
      <source>The model was trained on pixels of {trained:g} m; chips with pixels of another size: {count:,} (the first, {name}, of {found:g} m). Check their answers with care.</source>
      <translation>Le modèle a été entraîné sur des pixels de {trained:g} m ; vignettes aux pixels d'une autre taille : {count:,} (la première, {name}, de {found:g} m). Vérifiez leurs résultats avec soin.</translation>
    </message>
    <message>
      <source>The model was trained on {trained}; the scene is {found}. Its numbers differ where the ground does not: check the map with care.</source>
      <translation>Le modèle a été entraîné sur « {trained} » ; la scène contient « {found} ». Ses nombres diffèrent là même où le terrain ne diffère pas : vérifiez la carte avec soin.</translation>
    </message>
    <message>
      <source>The model was trained on pixels of {trained:g} m; those of the scene are {found:g} m: resample the scene, or check the map with care.</source>
      <translation>Le modèle a été entraîné sur des pixels de {trained:g} m ; ceux de la scène font {found:g} m : rééchantillonnez la scène, ou vérifiez la carte avec soin.</translation>
    </message>
    <message>
      <source>{count:,} labelled pixels lie under {kind} by the product's own mask.</source>
      <translation>{count:,} pixels étiquetés se trouvent sous {kind} d’après le masque du produit.</translation>
    </message>
    <message>
      <source>No label of {classes} lies in the scene: it is not on the map.</source>
      <translation>Aucune étiquette de {classes} ne se trouve dans la scène : absent de la carte.</translation>
    </message>
    <message>
      <source>this job reads one source; found {count} more</source>
      <translation>cette tâche lit une seule source ; trouvé : {count} de plus</translation>
    </message>
    <message>
      <source>leave out --with, or classify with labels</source>
      <translation>retirez les autres couches, ou classez avec des étiquettes</translation>
    </message>
    <message>
      <source>the model reads spectral and radar bands; found {sensor}</source>
      <translation>le modèle lit des bandes spectrales et radar ; trouvé : {sensor}</translation>
    </message>
    <message>
      <source>classify it with labels: engine classify SCENE LABELS --field NAME --out MAP.tif</source>
      <translation>classez-le avec des étiquettes</translation>
    </message>
    <message>
      <source>the scene</source>
      <translation>la scène</translation>
    </message>
    <message>
      <source>the model</source>
      <translation>le modèle</translation>
    </message>
    <message>
      <source>what the labels teach</source>
      <translation>ce qu'enseignent les étiquettes</translation>
    </message>
    <message>
      <source>the legend</source>
      <translation>la légende</translation>
    </message>
    <message>
      <source>what the scene teaches</source>
      <translation>ce qu'enseigne la scène</translation>
    </message>
    <message>
      <source>the request</source>
      <translation>la requête</translation>
    </message>
    <message>
      <source>the device</source>
      <translation>le processeur</translation>
    </message>
    <message>
      <source>how the model computes</source>
      <translation>la façon dont le modèle calcule</translation>
    </message>
    <message>
      <source>the program</source>
      <translation>le programme</translation>
    </message>
    <message>
      <source>expected two dates of one place; found {count}</source>
      <translation>deux dates d'un même lieu étaient attendues ; trouvé : {count}</translation>
    </message>
    <message>
      <source>give two scenes: engine change BEFORE AFTER --out CHANGE.tif</source>
      <translation>choisissez deux couches</translation>
    </message>
    <message>
      <source>expected a share of false alarms from 0.00001 to 0.5; found {share:g}</source>
      <translation>une part de fausses alertes entre 0,00001 et 0,5 était attendue ; trouvé : {share:g}</translation>
    </message>
    <message>
      <source>give --false-alarms 0.01</source>
      <translation>0,01 est un bon début</translation>
    </message>
    <message>
      <source>a minimum area is one of polygons</source>
      <translation>une surface minimale vaut pour des polygones</translation>
    </message>
    <message>
      <source>give --changes CHANGES.gpkg, too</source>
      <translation>donnez aussi un fichier pour les polygones</translation>
    </message>
    <message>
      <source>{after} lies {size:.1f} pixels from {before} ({down:+.1f} down, {right:+.1f} right): edges would look changed</source>
      <translation>{after} est à {size:.1f} pixels de {before} ({down:+.1f} vers le bas, {right:+.1f} vers la droite) : les bords sembleraient changés</translation>
    </message>
    <message>
      <source>give --align to move it as it is read, or --shift-ok to compare them as they are</source>
      <translation>cochez {Align} : elle est ramenée à la lecture</translation>
    </message>
    <message>
      <source>Nothing tells whether the dates lie on each other: too little is alike, or the scene is small.</source>
      <translation>Rien ne dit si les dates se superposent : trop peu se ressemble, ou la scène est petite.</translation>
    </message>
    <message>
      <source>The second date was moved by {size:.2f} pixels onto the first.</source>
      <translation>La seconde date a été ramenée de {size:.2f} pixels sur la première.</translation>
    </message>
    <message>
      <source>The dates lie {size:.1f} pixels apart: edges look changed.</source>
      <translation>Les dates sont décalées de {size:.1f} pixels : les bords semblent changés.</translation>
    </message>
    <message>
      <source>The dates are of different months: what the season does to some of the ground is change, too.</source>
      <translation>Les dates sont de mois différents : ce que la saison fait à une partie du sol est aussi un changement.</translation>
    </message>
    <message>
      <source>the scene has no CRS, so its areas are not known</source>
      <translation>la scène n'a pas de SCR, donc ses surfaces ne sont pas connues</translation>
    </message>
    <message>
      <source>give --min-area in px</source>
      <translation>écrivez-la en pixels, par exemple 20px</translation>
    </message>
    <message>
      <source>a model called {name} is here already</source>
      <translation>un modèle appelé {name} est déjà ici</translation>
    </message>
    <message>
      <source>remove it, or rename one of them</source>
      <translation>supprimez-le, ou renommez l'un des deux</translation>
    </message>
    <message>
      <source>the model cannot be written to {root}: {reason}</source>
      <translation>impossible d'écrire le modèle dans {root} : {reason}</translation>
    </message>
    <message>
      <source>make room there</source>
      <translation>faites-y de la place</translation>
    </message>
    <message>
      <source>the model was made by another version of OFA: update OFA or take a model for this version</source>
      <translation>le modèle vient d'une autre version d'OFA : mettez OFA à jour, ou prenez un modèle pour cette version</translation>
    </message>
    <message>
      <source>a positive integer</source>
      <translation>un entier positif</translation>
    </message>
    <message>
      <source>one of {values}</source>
      <translation>une des valeurs {values}</translation>
    </message>
    <message>
      <source>a multiple of 4 and of heads</source>
      <translation>un multiple de 4 et de heads</translation>
    </message>
    <message>
      <source>rising block numbers in 1..{depth}</source>
      <translation>des numéros de blocs croissants dans 1..{depth}</translation>
    </message>
    <message>
      <source>a positive number of metres</source>
      <translation>un nombre positif de mètres</translation>
    </message>
    <message>
      <source>a positive integer or none</source>
      <translation>un entier positif ou rien</translation>
    </message>
    <message>
      <source>a divisor of patch_px, {patch_px}, or none</source>
      <translation>un diviseur de patch_px, {patch_px}, ou none</translation>
    </message>
    <message>
      <source>the model's configuration</source>
      <translation>la configuration du modèle</translation>
    </message>
    <message>
      <source>{name} of a model must be {expected}; found {found}</source>
      <translation>{name} d'un modèle doit être {expected} ; trouvé : {found}</translation>
    </message>
    <message>
      <source>correct the model's configuration</source>
      <translation>corrigez la configuration du modèle</translation>
    </message>
    <message>
      <source>patches of this embedding must be larger than {least} pixels; found {found}</source>
      <translation>les imagettes de ce plongement doivent dépasser {least} pixels ; trouvé : {found}</translation>
    </message>
    <message>
      <source>the patches of this model have {expected} pixels; found {found}</source>
      <translation>les imagettes de ce modèle font {expected} pixels ; trouvé : {found}</translation>
    </message>
    <message>
      <source>this model reads {radar} of Sentinel-1 and {optical} of Sentinel-2; the scene has {found}</source>
      <translation>ce modèle lit {radar} de Sentinel-1 et {optical} de Sentinel-2 ; la scène contient {found}</translation>
    </message>
    <message>
      <source>give --sensor sentinel-1 or sentinel-2 if it is one, or take a model that reads any bands, e.g. ofa-tiny</source>
      <translation>choisir le capteur Sentinel-1 ou Sentinel-2 sous {Bands} si c’en est un, ou prendre un modèle qui lit toutes les bandes, par exemple ofa-tiny</translation>
    </message>
    <message>
      <source>copy the model folder again; `engine models` lists those that work</source>
      <translation>copiez à nouveau le dossier du modèle ; la liste {Model} contient ceux qui fonctionnent</translation>
    </message>
    <message>
      <source>expected a model's name, or a folder or zip with {card}; found '{found}'; models here: {names}</source>
      <translation>attendu : le nom d'un modèle, ou un dossier ou un zip avec {card} ; trouvé : « {found} » ; modèles ici : {names}</translation>
    </message>
    <message>
      <source>give one of them to --model, or set OFA_MODELS to the folder that holds your models</source>
      <translation>choisissez-en un sous {Model}, ou ajoutez votre dossier de modèles</translation>
    </message>
    <message>
      <source>expected a readable model card at {path}; found: {error}</source>
      <translation>attendu : une fiche de modèle lisible à {path} ; trouvé : {error}</translation>
    </message>
    <message>
      <source>{path} is not the card of an OFA model: its 'ofa' object is absent or short</source>
      <translation>{path} n'est pas la fiche d'un modèle OFA : son objet « ofa » manque ou est incomplet</translation>
    </message>
    <message>
      <source>expected a model of architecture {architectures}, card version {version}; found {found}, {other}</source>
      <translation>attendu : un modèle d'architecture {architectures}, version de fiche {version} ; trouvé : {found}, {other}</translation>
    </message>
    <message>
      <source>update OFA, or take a model made for this version</source>
      <translation>mettez OFA à jour, ou prenez un modèle fait pour cette version</translation>
    </message>
    <message>
      <source>the model card {path}</source>
      <translation>la fiche de modèle {path}</translation>
    </message>
    <message>
      <source>{path} names neither the sha256 of its weights nor a seed</source>
      <translation>{path} n'indique ni le sha256 de ses poids ni une graine</translation>
    </message>
    <message>
      <source>{path} does not say what the model has learnt from</source>
      <translation>{path} ne dit pas de quoi le modèle a appris</translation>
    </message>
    <message>
      <source>The backbone of {model} does not read {bands}.</source>
      <translation>Le modèle de base de {model} ne lit pas {bands}.</translation>
    </message>
    <message>
      <source>The model {model} does not read {bands}.</source>
      <translation>Le modèle {model} ne lit pas {bands}.</translation>
    </message>
    <message>
      <source>cannot write the model folder {folder}: {reason}</source>
      <translation>impossible d'écrire le dossier de modèle {folder} : {reason}</translation>
    </message>
    <message>
      <source>another one has its name here</source>
      <translation>un autre porte ce nom ici</translation>
    </message>
    <message>
      <source>{name} needs the model {backbone} that it was made with ({why})</source>
      <translation>{name} a besoin du modèle {backbone} avec lequel il a été fait ({why})</translation>
    </message>
    <message>
      <source>get {backbone} with `engine models pull`, or copy its folder to your models</source>
      <translation>copiez le dossier de {backbone} parmi vos modèles</translation>
    </message>
    <message>
      <source>the weights in {path} do not fit the configuration in the card: {error}</source>
      <translation>les poids dans {path} ne correspondent pas à la configuration de la fiche : {error}</translation>
    </message>
    <message>
      <source>the card names weights, but {path} cannot be read: {reason}</source>
      <translation>la fiche indique des poids, mais {path} ne peut pas être lu : {reason}</translation>
    </message>
    <message>
      <source>{path} is damaged: expected sha256 {expected}; found {found}</source>
      <translation>{path} est endommagé : sha256 attendu {expected} ; trouvé {found}</translation>
    </message>
    <message>
      <source>expected {rows} x {cols} tokens from every sensor of one place; found {found}</source>
      <translation>attendu : {rows} x {cols} jetons de chaque capteur d'un lieu ; trouvé : {found}</translation>
    </message>
    <message>
      <source>resample the sensors to one grid</source>
      <translation>rééchantillonnez les capteurs sur une même grille</translation>
    </message>
    <message>
      <source>the model was made by another version of OFA: update OFA or train it again</source>
      <translation>le modèle vient d'une autre version d'OFA : mettez OFA à jour, ou entraînez-le à nouveau</translation>
    </message>
    <message>
      <source>{task} with {heads}</source>
      <translation>{task} avec {heads}</translation>
    </message>
    <message>
      <source>expected {known}; found {task} with {head}</source>
      <translation>attendu : {known} ; trouvé : {task} avec {head}</translation>
    </message>
    <message>
      <source>choose one of them</source>
      <translation>choisissez-en un</translation>
    </message>
    <message>
      <source>a fine-tuned model needs mean and deviation of each of its bands</source>
      <translation>un modèle affiné a besoin de la moyenne et de l'écart de chacune de ses bandes</translation>
    </message>
    <message>
      <source>train it again</source>
      <translation>entraînez-le à nouveau</translation>
    </message>
    <message>
      <source>expected two classes or more; found {count}</source>
      <translation>attendu : deux classes ou plus ; trouvé : {count}</translation>
    </message>
    <message>
      <source>label a second class</source>
      <translation>étiquetez une deuxième classe</translation>
    </message>
    <message>
      <source>the fine-tuned model</source>
      <translation>le modèle affiné</translation>
    </message>
    <message>
      <source>expected a chip whose sides are multiples of {patch_px} pixels; found {height} x {width}</source>
      <translation>attendu : une vignette dont les côtés sont des multiples de {patch_px} pixels ; trouvé : {height} x {width}</translation>
    </message>
    <message>
      <source>pad or crop the chip</source>
      <translation>complétez ou rognez la vignette</translation>
    </message>
    <message>
      <source>expected one channel for each of {count} bands; found {channels} channels</source>
      <translation>attendu : un canal pour chacune des {count} bandes ; trouvé : {channels} canaux</translation>
    </message>
    <message>
      <source>expected the size of a pixel in metres; found {gsd_m}</source>
      <translation>attendu : la taille d'un pixel en mètres ; trouvé : {gsd_m}</translation>
    </message>
    <message>
      <source>georeference the scene, or set its GSD_M tag to the pixel size in metres</source>
      <translation>géoréférencez la scène, ou mettez la taille du pixel en mètres dans son étiquette GSD_M</translation>
    </message>
    <message>
      <source>take a model with a spectral embedding, which reads any bands (`engine models` lists them)</source>
      <translation>prenez un modèle à plongement spectral, qui lit n'importe quelles bandes</translation>
    </message>
    <message>
      <source>this model reads {modalities}; the sensor's modality is {modality}</source>
      <translation>ce modèle lit {modalities} ; la modalité du capteur est {modality}</translation>
    </message>
    <message>
      <source>this model reads {wanted} of {modality}; the scene lacks {missing}</source>
      <translation>ce modèle lit {wanted} de {modality} ; il manque à la scène {missing}</translation>
    </message>
    <message>
      <source>the model needs the wavelength or the polarisation ({polarisations}) of every band; band {band} has neither</source>
      <translation>le modèle a besoin de la longueur d'onde ou de la polarisation ({polarisations}) de chaque bande ; la bande {band} n'a ni l'une ni l'autre</translation>
    </message>
    <message>
      <source>say what the band is with --bands, e.g. --bands 1=665nm or --bands 1=VV</source>
      <translation>dites sous {Bands} ce qu'est la bande</translation>
    </message>
    <message>
      <source>… ({count} in all)</source>
      <translation>… ({count} au total)</translation>
    </message>
    <message>
      <source>the zip {path} cannot be unpacked: {reason}</source>
      <translation>impossible de décompresser le zip {path} : {reason}</translation>
    </message>
    <message>
      <source>copy it again</source>
      <translation>copiez-le à nouveau</translation>
    </message>
    <message>
      <source>expected one model folder in {path}: {card} and {weights}; found {count}</source>
      <translation>attendu : un dossier de modèle dans {path} : {card} et {weights} ; trouvé : {count}</translation>
    </message>
    <message>
      <source>zip the folder of one model</source>
      <translation>mettez dans le zip le dossier d'un seul modèle</translation>
    </message>
    <message>
      <source>take another file</source>
      <translation>prenez un autre fichier</translation>
    </message>
    <message>
      <source>{name} in {path} is larger than that of any model</source>
      <translation>{name} dans {path} est plus grand que celui d'aucun modèle</translation>
    </message>
    <message>
      <source>expected features of 8, 16 or 32 bits; found {bits}</source>
      <translation>attendu : des caractéristiques de 8, 16 ou 32 bits ; trouvé : {bits}</translation>
    </message>
    <message>
      <source>give one of them to --bits</source>
      <translation>choisissez l'une de ces valeurs sous {Bits}</translation>
    </message>
    <message>
      <source>{name} could not be written ({reason})</source>
      <translation>{name} n'a pas pu être écrit ({reason})</translation>
    </message>
    <message>
      <source>free some space, or choose another disk or folder</source>
      <translation>libérez de l'espace, ou choisissez un autre disque ou dossier</translation>
    </message>
    <message>
      <source>{path} is open in another program</source>
      <translation>{path} est ouvert dans un autre programme</translation>
    </message>
    <message>
      <source>close it there, or give another name</source>
      <translation>fermez-le là-bas, ou donnez un autre nom</translation>
    </message>
    <message>
      <source>a GeoTIFF</source>
      <translation>d'un GeoTIFF</translation>
    </message>
    <message>
      <source>a file of polygons</source>
      <translation>d'un fichier de polygones</translation>
    </message>
    <message>
      <source>a GeoPackage</source>
      <translation>d'un GeoPackage</translation>
    </message>
    <message>
      <source>a table</source>
      <translation>d'un tableau</translation>
    </message>
    <message>
      <source>a map or a table</source>
      <translation>d'une carte ou d'un tableau</translation>
    </message>
    <message>
      <source>a JSON file</source>
      <translation>d'un fichier JSON</translation>
    </message>
    <message>
      <source>a log</source>
      <translation>d'un journal</translation>
    </message>
    <message>
      <source>a Markdown page</source>
      <translation>d'une page Markdown</translation>
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
      <translation>d'une image</translation>
    </message>
    <message>
      <source>no output was named</source>
      <translation>aucune sortie n'a été indiquée</translation>
    </message>
    <message>
      <source>give --out {example}</source>
      <translation>donnez un nom sous {Output}</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found the folder {text}</source>
      <translation>attendu : le nom {kind} ; trouvé : le dossier {text}</translation>
    </message>
    <message>
      <source>add a file's name</source>
      <translation>ajoutez un nom de fichier</translation>
    </message>
    <message>
      <source>the output {text} is a folder</source>
      <translation>la sortie {text} est un dossier</translation>
    </message>
    <message>
      <source>give the name of a file in it that ends in {endings}</source>
      <translation>donnez le nom d'un fichier dans ce dossier, terminé par {endings}</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found {text}</source>
      <translation>attendu : le nom {kind} ; trouvé : {text}</translation>
    </message>
    <message>
      <source>end the name with {endings}</source>
      <translation>terminez le nom par {endings}</translation>
    </message>
    <message>
      <source>the output {text} is a device, not a file</source>
      <translation>la sortie {text} est un périphérique, pas un fichier</translation>
    </message>
    <message>
      <source>give another name</source>
      <translation>donnez un autre nom</translation>
    </message>
    <message>
      <source>a folder</source>
      <translation>d'un dossier</translation>
    </message>
    <message>
      <source>expected a folder; {text} is a file</source>
      <translation>attendu : un dossier ; {text} est un fichier</translation>
    </message>
    <message>
      <source>{text} is a link to a folder that is not there</source>
      <translation>{text} est un lien vers un dossier qui n'existe pas</translation>
    </message>
    <message>
      <source>make that folder, or give another</source>
      <translation>créez ce dossier, ou donnez-en un autre</translation>
    </message>
    <message>
      <source>choose a folder you may write to</source>
      <translation>choisissez un dossier où vous pouvez écrire</translation>
    </message>
    <message>
      <source>expected the name of {kind}; found an empty one</source>
      <translation>attendu : le nom {kind} ; trouvé : un nom vide</translation>
    </message>
    <message>
      <source>give a name</source>
      <translation>donnez un nom</translation>
    </message>
    <message>
      <source>the name {text} holds what is no text: a zero, or bytes that are not UTF-8</source>
      <translation>le nom {text} contient ce qui n'est pas du texte : un zéro, ou des octets hors UTF-8</translation>
    </message>
    <message>
      <source>give a name in plain text</source>
      <translation>donnez un nom en texte simple</translation>
    </message>
    <message>
      <source>Windows allows no file called {part}</source>
      <translation>Windows n'autorise pas de fichier nommé {part}</translation>
    </message>
    <message>
      <source>the folder {folder} cannot be written: {above} is no folder</source>
      <translation>impossible d'écrire dans le dossier {folder} : {above} n'est pas un dossier</translation>
    </message>
    <message>
      <source>the name {part} has {size} bytes; at most {limit} can be used here</source>
      <translation>le nom {part} fait {size} octets ; {limit} au plus sont possibles ici</translation>
    </message>
    <message>
      <source>give a shorter name</source>
      <translation>donnez un nom plus court</translation>
    </message>
    <message>
      <source>No pixel of the extent has data: the map is empty.</source>
      <translation>Aucun pixel de l'emprise n'a de données : la carte est vide.</translation>
    </message>
    <message>
      <source>Radar: {co}, {cross}, {co}−{cross}</source>
      <translation>Radar : {co}, {cross}, {co}−{cross}</translation>
    </message>
    <message>
      <source>Natural colour</source>
      <translation>Couleurs naturelles</translation>
    </message>
    <message>
      <source>False colour: near infrared, red, green</source>
      <translation>Fausses couleurs : proche infrarouge, rouge, vert</translation>
    </message>
    <message>
      <source>Band {name}</source>
      <translation>Bande {name}</translation>
    </message>
    <message>
      <source>Bands {names}</source>
      <translation>Bandes {names}</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Matrice de confusion</translation>
    </message>
    <message>
      <source>Rows: truth. Columns: map.</source>
      <translation>Lignes : vérité. Colonnes : carte.</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>précision</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>Geometries</source>
      <translation>Géométries</translation>
    </message>
    <message>
      <source>Labelled pixels</source>
      <translation>Pixels étiquetés</translation>
    </message>
    <message>
      <source>Held-out labels</source>
      <translation>Étiquettes mises de côté</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <source>scene</source>
      <translation>scène</translation>
    </message>
    <message>
      <source>sensor</source>
      <translation>capteur</translation>
    </message>
    <message>
      <source>units</source>
      <translation>unités</translation>
    </message>
    <message>
      <source>bands</source>
      <translation>bandes</translation>
    </message>
    <message>
      <source>name</source>
      <translation>nom</translation>
    </message>
    <message>
      <source>trained</source>
      <translation>entraîné</translation>
    </message>
    <message>
      <source>spectra</source>
      <translation>spectres</translation>
    </message>
    <message>
      <source>shape of the spectrum</source>
      <translation>forme du spectre</translation>
    </message>
    <message>
      <source>context</source>
      <translation>contexte</translation>
    </message>
    <message>
      <source>surroundings</source>
      <translation>voisinage</translation>
    </message>
    <message>
      <source>features of the model</source>
      <translation>caractéristiques du modèle</translation>
    </message>
    <message>
      <source>learning</source>
      <translation>apprentissage</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>lecture</translation>
    </message>
    <message>
      <source>model</source>
      <translation>modèle</translation>
    </message>
    <message>
      <source>spectra and surroundings</source>
      <translation>spectres et voisinage</translation>
    </message>
    <message>
      <source>writing</source>
      <translation>écriture</translation>
    </message>
    <message>
      <source>{score}. Counts are held-out labelled pixels.</source>
      <translation>{score}. Les nombres sont des pixels étiquetés mis de côté.</translation>
    </message>
    <message>
      <source>{name} (untrained model)</source>
      <translation>{name} (modèle non entraîné)</translation>
    </message>
    <message>
      <source>scene, labels, class map and confidence side by side</source>
      <translation>scène, étiquettes, carte des classes et confiance côte à côte</translation>
    </message>
    <message>
      <source>What the head trusts</source>
      <translation>Ce à quoi la tête se fie</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>Secondes</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>Requête</translation>
    </message>
    <message>
      <source>Labels were held out as far from the others as the mapped pixels are from the labels, and mapped by a head that had not seen them. Macro-F1 is the mean F1 of the checked classes, with the range in which it lies in 90 % of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right.</source>
      <translation>Des étiquettes ont été mises de côté aussi loin des autres que les pixels cartographiés le sont des étiquettes, et cartographiées par une tête qui ne les avait pas vues. Le macro-F1 est la moyenne des F1 des classes vérifiées, avec l'intervalle dans lequel il se trouve dans 90 % de tels cas ; l'exactitude globale est la part des pixels étiquetés mis de côté qui sont bien cartographiés.</translation>
    </message>
    <message>
      <source>One number is given only if the checked classes are at least {least:.0%} of the classes and of the mapped area, as the others may be mapped well or badly.</source>
      <translation>Un chiffre unique n'est donné que si les classes vérifiées représentent au moins {least:.0%} des classes et de la surface cartographiée, car les autres peuvent être bien ou mal cartographiées.</translation>
    </message>
    <message>
      <source>all dates: {features}</source>
      <translation>toutes les dates : {features}</translation>
    </message>
    <message>
      <source>source {number}: {sensor}</source>
      <translation>source {number} : {sensor}</translation>
    </message>
    <message>
      <source>Class map</source>
      <translation>Carte des classes</translation>
    </message>
    <message>
      <source>measured</source>
      <translation>mesuré</translation>
    </message>
    <message>
      <source>mapped, held out</source>
      <translation>cartographié, écarté</translation>
    </message>
    <message>
      <source>R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:+.2g}, from {count:,} held-out pixels</source>
      <translation>R² {r2:.2f}, RMSE {rmse:.4g}, biais {bias:+.2g}, de {count:,} pixels écartés</translation>
    </message>
    <message>
      <source>{field} of {scene}</source>
      <translation>{field} de {scene}</translation>
    </message>
    <message>
      <source>Points were held out as far from the others as the map is from the points. An interval holds the value of a pixel with a probability of {confidence:.0%}, if the errors at the points are typical of the map.</source>
      <translation>Les points ont été écartés aussi loin des autres que la carte l'est des points. Un intervalle contient la valeur d'un pixel avec une probabilité de {confidence:.0%}, si les erreurs aux points sont typiques de la carte.</translation>
    </message>
    <message>
      <source>The map, and held-out values</source>
      <translation>La carte et les valeurs écartées</translation>
    </message>
    <message>
      <source>the outputs {one} and {other} are one file, or share files</source>
      <translation>les sorties {one} et {other} sont un même fichier, ou partagent des fichiers</translation>
    </message>
    <message>
      <source>give each its own name</source>
      <translation>donnez à chacune son propre nom</translation>
    </message>
    <message>
      <source>the output {final} exists already</source>
      <translation>la sortie {final} existe déjà</translation>
    </message>
    <message>
      <source>give another name, or --overwrite to replace it</source>
      <translation>donnez un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>{foreign} belongs to another file and would be taken for a part of {final}</source>
      <translation>{foreign} appartient à un autre fichier et serait pris pour une partie de {final}</translation>
    </message>
    <message>
      <source>{own} exists already, and would be taken for a part of {final}</source>
      <translation>{own} existe déjà et serait pris pour une partie de {final}</translation>
    </message>
    <message>
      <source>the output {final} is an input of this job</source>
      <translation>la sortie {final} est une entrée de cette tâche</translation>
    </message>
    <message>
      <source>the output {final} would replace {used}, which is an input of this job</source>
      <translation>la sortie {final} remplacerait {used}, qui est une entrée de cette tâche</translation>
    </message>
    <message>
      <source>give another output name</source>
      <translation>donnez un autre nom à la sortie</translation>
    </message>
    <message>
      <source>the folder {final} is not empty</source>
      <translation>le dossier {final} n'est pas vide</translation>
    </message>
    <message>
      <source>give another folder, or --overwrite to add to it</source>
      <translation>donnez un autre dossier sous {Output}</translation>
    </message>
    <message>
      <source>another output has the name {final} as well</source>
      <translation>une autre sortie porte aussi le nom {final}</translation>
    </message>
    <message>
      <source>another run is writing {final}</source>
      <translation>une autre exécution est en train d'écrire {final}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another name</source>
      <translation>attendez qu'elle se termine, ou donnez un autre nom</translation>
    </message>
    <message>
      <source>An unfinished run was continued.</source>
      <translation>Une exécution inachevée a été reprise.</translation>
    </message>
    <message>
      <source>An unfinished run was not continued, as this has changed: {changed}.</source>
      <translation>Une exécution inachevée n'a pas été reprise, car ceci a changé : {changed}.</translation>
    </message>
    <message>
      <source>free some space or choose another disk</source>
      <translation>libérez de l'espace ou choisissez un autre disque</translation>
    </message>
    <message>
      <source>no chips in {name}</source>
      <translation>aucune vignette dans {name}</translation>
    </message>
    <message>
      <source>give a folder or a zip with rasters: {rasters}</source>
      <translation>donnez un dossier ou un zip contenant des rasters : {rasters}</translation>
    </message>
    <message>
      <source>{path} is no readable zip: {error}</source>
      <translation>{path} n'est pas un zip lisible : {error}</translation>
    </message>
    <message>
      <source>download it again</source>
      <translation>téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>a chip holds fill</source>
      <translation>une vignette contient du remplissage</translation>
    </message>
    <message>
      <source>{count:,} chips hold fill</source>
      <translation>{count:,} vignettes contiennent du remplissage</translation>
    </message>
    <message>
      <source>{what} that no file declares, and it counts as nodata ({name}: {fill}). Give --nodata none if it was measured.</source>
      <translation>{what} qu'aucun fichier ne déclare, et il compte comme nodata ({name} : {fill}). Dites sous {Nodata} s'il a été mesuré.</translation>
    </message>
    <message>
      <source>{kind} {share:.1%}</source>
      <translation>{kind} {share:.1%}</translation>
    </message>
    <message>
      <source>expected an extent of xmin,ymin,xmax,ymax; found {extent}</source>
      <translation>attendu : une emprise xmin,ymin,xmax,ymax ; trouvé : {extent}</translation>
    </message>
    <message>
      <source>the scene's extent is {whole}</source>
      <translation>l'emprise de la scène est {whole}</translation>
    </message>
    <message>
      <source>the extent {extent} lies outside the scene</source>
      <translation>l'emprise {extent} est hors de la scène</translation>
    </message>
    <message>
      <source>product's metadata</source>
      <translation>métadonnées du produit</translation>
    </message>
    <message>
      <source>give {options}</source>
      <translation>répondez : {options}</translation>
    </message>
    <message>
      <source>{hint}, after its name: --with {name},…</source>
      <translation>{hint} ; répondez pour la couche {name}</translation>
    </message>
    <message>
      <source>no pixel is valid in all bands: nodata, NaN or masked</source>
      <translation>aucun pixel n'est valide dans toutes les bandes : nodata, NaN ou masqué</translation>
    </message>
    <message>
      <source>check the scene's nodata value</source>
      <translation>vérifiez la valeur nodata de la scène</translation>
    </message>
    <message>
      <source>expected fill to be {answers}; found '{fill}'</source>
      <translation>attendu : fill parmi {answers} ; trouvé : « {fill} »</translation>
    </message>
    <message>
      <source>leave it out to be asked</source>
      <translation>omettez-le pour qu'on vous le demande</translation>
    </message>
    <message>
      <source>holds no valid pixel</source>
      <translation>ne contient aucun pixel valide</translation>
    </message>
    <message>
      <source>{fill}: this looks like fill that the file does not declare</source>
      <translation>{fill} : cela ressemble à un remplissage que le fichier ne déclare pas</translation>
    </message>
    <message>
      <source>--nodata {answer}, or --nodata none if they were measured</source>
      <translation>sous {Nodata}, si c'est du nodata ({answer}) ou une mesure (none)</translation>
    </message>
    <message>
      <source>they name no band</source>
      <translation>elles ne nomment aucune bande</translation>
    </message>
    <message>
      <source>cannot make sense of the metadata of {name} ({why})</source>
      <translation>les métadonnées de {name} n'ont pas de sens ({why})</translation>
    </message>
    <message>
      <source>copy or download the product again</source>
      <translation>copiez ou téléchargez de nouveau le produit</translation>
    </message>
    <message>
      <source>{name} holds {count} products ({shown})</source>
      <translation>{name} contient {count} produits ({shown})</translation>
    </message>
    <message>
      <source>give one of them; engine batch maps each as a scene of its own</source>
      <translation>donnez-en un ; engine batch cartographie chacun comme une scène à part</translation>
    </message>
    <message>
      <source>{name} has no layer of {kinds}</source>
      <translation>{name} n’a pas de couche pour {kinds}</translation>
    </message>
    <message>
      <source>leave out --mask; make a nodata value of what you mask yourself</source>
      <translation>laissez le masque vide ; donnez une valeur nodata à ce que vous masquez vous-même</translation>
    </message>
    <message>
      <source>the product's metadata names {count} bands; {name} has {found}</source>
      <translation>les métadonnées du produit nomment {count} bandes ; {name} en a {found}</translation>
    </message>
    <message>
      <source>download the product again</source>
      <translation>téléchargez de nouveau le produit</translation>
    </message>
    <message>
      <source>cannot read the metadata {name}: {why}</source>
      <translation>les métadonnées {name} sont illisibles : {why}</translation>
    </message>
    <message>
      <source>it is cut off, damaged or no whole product; download it again</source>
      <translation>il est tronqué, endommagé ou incomplet ; téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>no measurement</source>
      <translation>aucune mesure</translation>
    </message>
    <message>
      <source>no mask is called '{word}'</source>
      <translation>aucun masque ne s’appelle « {word} »</translation>
    </message>
    <message>
      <source>give --mask {none}, or some of {kinds}</source>
      <translation>donnez comme masque {none}, ou certains de {kinds}</translation>
    </message>
    <message>
      <source>{name} lacks {file}, which its metadata names</source>
      <translation>il manque à {name} {file}, que ses métadonnées nomment</translation>
    </message>
    <message>
      <source>download it again, into the same folder</source>
      <translation>téléchargez-le de nouveau, dans le même dossier</translation>
    </message>
    <message>
      <source>{name} has no mask beside it that can be read, so clouds are not masked</source>
      <translation>Aucun masque lisible ne se trouve à côté de {name} : les nuages ne sont pas masqués</translation>
    </message>
    <message>
      <source>{name} is cut off or damaged</source>
      <translation>{name} est tronqué ou endommagé</translation>
    </message>
    <message>
      <source>{name} names {count} wavelengths; its cube has {found} bands</source>
      <translation>{name} indique {count} longueurs d’onde ; son cube a {found} bandes</translation>
    </message>
    <message>
      <source>{name} holds no surface reflectance of EMIT</source>
      <translation>{name} ne contient pas de réflectance de surface d’EMIT</translation>
    </message>
    <message>
      <source>give {file}</source>
      <translation>donnez {file}</translation>
    </message>
    <message>
      <source>download {file}, and give that</source>
      <translation>téléchargez {file} et donnez ce fichier</translation>
    </message>
    <message>
      <source>{mask} has {found} lines and samples, {name} {count}</source>
      <translation>{mask} a {found} lignes et colonnes, {name} {count}</translation>
    </message>
    <message>
      <source>download both again</source>
      <translation>téléchargez de nouveau les deux</translation>
    </message>
    <message>
      <source>the lookup table of {name} names pixels that the image does not have</source>
      <translation>la table de correspondance de {name} désigne des pixels que l’image n’a pas</translation>
    </message>
    <message>
      <source>{name} does not say where its grid lies (attributes {attributes})</source>
      <translation>{name} ne dit pas où se trouve sa grille (attributs {attributes})</translation>
    </message>
    <message>
      <source>{name} is PRISMA {level}: its pixels lie as the sensor saw them, on no map grid</source>
      <translation>{name} est un produit PRISMA {level} : ses pixels sont tels que le capteur les a vus, sur aucune grille de carte</translation>
    </message>
    <message>
      <source>download the L2D product of the same scene</source>
      <translation>téléchargez le produit L2D de la même scène</translation>
    </message>
    <message>
      <source>{name} does not say wavelengths and scale of its {detector} bands</source>
      <translation>{name} ne dit pas les longueurs d’onde et l’échelle de ses bandes {detector}</translation>
    </message>
    <message>
      <source>{name} names {count} bands; no axis of its cube is as long</source>
      <translation>{name} indique {count} bandes ; aucun axe de son cube n’a cette longueur</translation>
    </message>
    <message>
      <source>{array} of {name} has another size than the rest of it</source>
      <translation>{array} de {name} n’a pas la même taille que le reste</translation>
    </message>
    <message>
      <source>{name} does not say its reference system (attribute {attribute})</source>
      <translation>{name} ne dit pas son système de référence (attribut {attribute})</translation>
    </message>
    <message>
      <source>{name} does not say where its corners lie (attributes {attributes})</source>
      <translation>{name} ne dit pas où se trouvent ses coins (attributs {attributes})</translation>
    </message>
    <message>
      <source>{name} is in radar geometry: only ground control points place it</source>
      <translation>{name} est en géométrie radar : seuls des points de contrôle le placent</translation>
    </message>
    <message>
      <source>terrain-correct it first, with SNAP (Range Doppler Terrain Correction) or as an RTC product of ASF</source>
      <translation>corrigez d’abord le relief, avec SNAP (Range Doppler Terrain Correction) ou comme produit RTC de l’ASF</translation>
    </message>
    <message>
      <source>{name} lacks the image of {band}, which its metadata names</source>
      <translation>il manque à {name} l’image de {band}, que ses métadonnées nomment</translation>
    </message>
    <message>
      <source>download the product again; to do without the band, give the folder IMG_DATA in it</source>
      <translation>téléchargez de nouveau le produit ; pour vous passer de la bande, donnez son dossier IMG_DATA</translation>
    </message>
    <message>
      <source>no asset of the STAC item {name} is a band</source>
      <translation>aucun fichier de l’élément STAC {name} n’est une bande</translation>
    </message>
    <message>
      <source>give the raster itself, or another item</source>
      <translation>donnez le raster lui-même, ou un autre élément</translation>
    </message>
    <message>
      <source>{name} lacks its factors</source>
      <translation>il manque à {name} ses facteurs</translation>
    </message>
    <message>
      <source>download {file} beside it</source>
      <translation>téléchargez {file} dans le même dossier</translation>
    </message>
    <message>
      <source>{name} does not say where it lies: its land mask does</source>
      <translation>{name} ne dit pas où il se trouve ; son masque de terre le dit</translation>
    </message>
    <message>
      <source>download {file} from the folder {folder}, beside it</source>
      <translation>téléchargez {file} du dossier {folder}, à côté de lui</translation>
    </message>
    <message>
      <source>{name} and its land mask have different sizes</source>
      <translation>{name} et son masque de terre n’ont pas la même taille</translation>
    </message>
    <message>
      <source>cannot read the array {name}</source>
      <translation>impossible de lire le tableau {name}</translation>
    </message>
    <message>
      <source>{name} holds {count} rasters, of which {most} can be joined here</source>
      <translation>{name} contient {count} rasters, dont {most} peuvent être assemblés ici</translation>
    </message>
    <message>
      <source>join them first: gdalbuildvrt {name}.vrt {name}/*.tif; then give {name}.vrt</source>
      <translation>assemblez-les d’abord : gdalbuildvrt {name}.vrt {name}/*.tif ; puis donnez {name}.vrt</translation>
    </message>
    <message>
      <source>the tiles in {name} have masks of their own</source>
      <translation>les tuiles de {name} ont leurs propres masques</translation>
    </message>
    <message>
      <source>mosaic of {count} tiles</source>
      <translation>mosaïque de {count} tuiles</translation>
    </message>
    <message>
      <source>unpacking the product</source>
      <translation>décompression du produit</translation>
    </message>
    <message>
      <source>cannot unpack {name} into {folder}: {why}</source>
      <translation>impossible de décompresser {name} dans {folder} : {why}</translation>
    </message>
    <message>
      <source>free some space there; what lies there may be deleted</source>
      <translation>libérez de la place à cet endroit ; ce qui s’y trouve peut être supprimé</translation>
    </message>
    <message>
      <source>about {need} MB are needed, and {free} are free</source>
      <translation>il faut environ {need} Mo, et {free} sont libres</translation>
    </message>
    <message>
      <source>{size:.1f} MB in {folder}, made once and used again</source>
      <translation>{size:.1f} Mo dans {folder}, créé une fois et réutilisé</translation>
    </message>
    <message>
      <source>rows {first} to {last}</source>
      <translation>lignes {first} à {last}</translation>
    </message>
    <message>
      <source>rows {top} to {bottom}, columns {left} to {right}</source>
      <translation>lignes {top} à {bottom}, colonnes {left} à {right}</translation>
    </message>
    <message>
      <source>top-of-atmosphere reflectance</source>
      <translation>réflectance au sommet de l'atmosphère</translation>
    </message>
    <message>
      <source>surface reflectance</source>
      <translation>réflectance de surface</translation>
    </message>
    <message>
      <source>The sources are not of one processing level: {listed}. Some of what differs between them is no change on the ground.</source>
      <translation>Les sources ne sont pas du même niveau de traitement : {listed}. Une partie de ce qui diffère entre elles n'est pas un changement au sol.</translation>
    </message>
    <message>
      <source>{name} ({what})</source>
      <translation>{name} ({what})</translation>
    </message>
    <message>
      <source>{one} is from {when} and {other} from {then}, and both were read as {unit}: from {since} on, ESA adds 1000 to Sentinel-2 numbers. Check the units of both.</source>
      <translation>{one} date de {when} et {other} de {then}, et les deux ont été lues comme {unit} : depuis {since}, l'ESA ajoute 1000 aux valeurs Sentinel-2. Vérifiez les unités des deux.</translation>
    </message>
    <message>
      <source>{name} is given twice</source>
      <translation>{name} est donné deux fois</translation>
    </message>
    <message>
      <source>give each source once</source>
      <translation>donnez chaque source une fois</translation>
    </message>
    <message>
      <source>{other} covers {share:.0%} of {first}; half of it is needed</source>
      <translation>{other} couvre {share:.0%} de {first} ; il en faut la moitié</translation>
    </message>
    <message>
      <source>give sources of one place, or cut the scene to what they share</source>
      <translation>donnez des sources d’un même lieu, ou découpez la scène à ce qu’elles ont en commun</translation>
    </message>
    <message>
      <source>{name} has no CRS, so nothing says where it lies</source>
      <translation>{name} n’a pas de SCR : rien ne dit où il se trouve</translation>
    </message>
    <message>
      <source>assign one, or give --crs</source>
      <translation>attribuez-en un à la couche</translation>
    </message>
    <message>
      <source>{name} cannot be brought into the CRS of the scene</source>
      <translation>{name} ne peut être ramené dans le SCR de la scène</translation>
    </message>
    <message>
      <source>give sources of one place</source>
      <translation>donnez des sources d’un même lieu</translation>
    </message>
    <message>
      <source>{name} has fill that no single value tells, which cannot be kept beside other sources</source>
      <translation>{name} a un remplissage qu’aucune valeur unique n’indique et qui ne peut être conservé à côté d’autres sources</translation>
    </message>
    <message>
      <source>give it a nodata value first: gdalwarp -dstnodata 0 {name} OUT.tif</source>
      <translation>donnez-lui d’abord une valeur nodata : gdalwarp -dstnodata 0 {name} OUT.tif</translation>
    </message>
    <message>
      <source>{titles} differ in year or version: their numbers are not alike.</source>
      <translation>{titles} diffèrent par l’année ou la version : leurs nombres ne sont pas comparables.</translation>
    </message>
    <message>
      <source>expected --grid to be the name of a source or a number of metres; found {grid}</source>
      <translation>la grille doit être le nom d’une source ou un nombre de mètres ; trouvé : {grid}</translation>
    </message>
    <message>
      <source>leave it out for the grid of the scene, which must have a projected CRS for metres</source>
      <translation>laissez vide pour la grille de la scène, dont le SCR doit être projeté pour des mètres</translation>
    </message>
    <message>
      <source>{scene}: {wrong}</source>
      <translation>{scene} : {wrong}</translation>
    </message>
    <message>
      <source>give the image that the classes were made from</source>
      <translation>donnez l'image dont les classes ont été tirées</translation>
    </message>
    <message>
      <source>{name} holds classes ({classes}) and no measurements</source>
      <translation>{name} contient des classes ({classes}) et non des mesures</translation>
    </message>
    <message>
      <source>{name} holds classes (it is a thematic layer) and no measurements</source>
      <translation>{name} contient des classes (c'est une couche thématique) et non des mesures</translation>
    </message>
    <message>
      <source>{name} is styled as classes by {style}</source>
      <translation>{name} est représenté en classes par {style}</translation>
    </message>
    <message>
      <source>{give}; if these are measurements, remove {style}</source>
      <translation>{give} ; si ce sont des mesures, supprimez {style}</translation>
    </message>
    <message>
      <source>{name} holds numbers of the colours in a palette and no measurements</source>
      <translation>{name} contient des numéros de couleurs d'une palette et non des mesures</translation>
    </message>
    <message>
      <source>expand the palette of a picture: {command}; a map of classes is no scene</source>
      <translation>développez la palette d'une image : {command} ; une carte de classes n'est pas une scène</translation>
    </message>
    <message>
      <source>expected nodata as ranges from a lower to a higher number; found {found}</source>
      <translation>attendu : nodata en intervalles d'un nombre inférieur à un nombre supérieur ; trouvé : {found}</translation>
    </message>
    <message>
      <source>give --nodata LOW:HIGH; NaN is nodata anyway</source>
      <translation>réglez-les sous Transparence dans les propriétés de la couche ; NaN est de toute façon nodata</translation>
    </message>
    <message>
      <source>1 % of a band would reflect {value:.2f} or less</source>
      <translation>1 % d'une bande réfléchirait {value:.2f} ou moins</translation>
    </message>
    <message>
      <source>the brightest percent would reflect {value:.3g}</source>
      <translation>le pour cent le plus clair réfléchirait {value:.3g}</translation>
    </message>
    <message>
      <source>land would reflect {value:.3g} in the infrared</source>
      <translation>le sol réfléchirait {value:.3g} dans l'infrarouge</translation>
    </message>
    <message>
      <source>air alone reflects more than {value:.3f} at 443 nm</source>
      <translation>l'air seul réfléchit plus de {value:.3f} à 443 nm</translation>
    </message>
    <message>
      <source>the cirrus band would see one even veil of 0.1 everywhere</source>
      <translation>la bande cirrus verrait partout un voile uniforme de 0,1</translation>
    </message>
    <message>
      <source>{share:g} % of the scene ({pixels:,} pixels)</source>
      <translation>{share:g} % de la scène ({pixels:,} pixels)</translation>
    </message>
    <message>
      <source>about {share:g} % of the scene (about {pixels:,} pixels)</source>
      <translation>environ {share:g} % de la scène (environ {pixels:,} pixels)</translation>
    </message>
    <message>
      <source>{part} are {held} and touch the border</source>
      <translation>{part} valent {held} et touchent le bord</translation>
    </message>
    <message>
      <source>{part} are {held} and lie in one piece</source>
      <translation>{part} valent {held} et sont d'un seul tenant</translation>
    </message>
    <message>
      <source>{values} in band {band}</source>
      <translation>{values} dans la bande {band}</translation>
    </message>
    <message>
      <source>{values} in bands {bands}</source>
      <translation>{values} dans les bandes {bands}</translation>
    </message>
    <message>
      <source>from processing baseline 04.00 on ({date}), ESA adds 1000 to Sentinel-2 numbers, also to older scenes that it processed again (Collection 1); services that harmonise take it off again</source>
      <translation>à partir de la version de traitement (baseline) 04.00 ({date}), l'ESA ajoute 1000 aux valeurs Sentinel-2, y compris aux scènes plus anciennes qu'elle a retraitées (Collection 1) ; les services qui harmonisent les retirent</translation>
    </message>
    <message>
      <source>uncalibrated decibels</source>
      <translation>décibels non étalonnés</translation>
    </message>
    <message>
      <source>decibels</source>
      <translation>décibels</translation>
    </message>
    <message>
      <source>8 bit as 0 to 1</source>
      <translation>8 bits de 0 à 1</translation>
    </message>
    <message>
      <source>counts</source>
      <translation>comptes</translation>
    </message>
    <message>
      <source>unknown scale</source>
      <translation>échelle inconnue</translation>
    </message>
    <message>
      <source>reflectance</source>
      <translation>réflectance</translation>
    </message>
    <message>
      <source>features</source>
      <translation>caractéristiques</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>mètres</translation>
    </message>
    <message>
      <source>'{asked}' is no unit of {sensor}</source>
      <translation>« {asked} » n'est pas une unité de {sensor}</translation>
    </message>
    <message>
      <source>give --units {units}</source>
      <translation>choisissez les unités sous {Units} ({units})</translation>
    </message>
    <message>
      <source>the values cannot be in unit '{asked}': {problem}</source>
      <translation>les valeurs ne peuvent pas être dans l'unité « {asked} » : {problem}</translation>
    </message>
    <message>
      <source>the {source} says {unit}, but {problem}</source>
      <translation>{source} indique {unit}, mais {problem}</translation>
    </message>
    <message>
      <source>8-bit numbers</source>
      <translation>nombres à 8 bits</translation>
    </message>
    <message>
      <source>{text}; {likely} is likely: the scene is from {when} ({source})</source>
      <translation>{text} ; {likely} est probable : la scène date de {when} ({source})</translation>
    </message>
    <message>
      <source>bands' scale and offset</source>
      <translation>échelle et décalage des bandes</translation>
    </message>
    <message>
      <source>tag '{name}'</source>
      <translation>étiquette « {name} »</translation>
    </message>
    <message>
      <source>the bands have scales and offsets of their own: {listed}</source>
      <translation>les bandes ont leurs propres échelles et décalages : {listed}</translation>
    </message>
    <message>
      <source>they run from {low:.4g} to {high:.4g}</source>
      <translation>elles vont de {low:.4g} à {high:.4g}</translation>
    </message>
    <message>
      <source>{span}, and power is never negative</source>
      <translation>{span}, et une puissance n'est jamais négative</translation>
    </message>
    <message>
      <source>{span}, and backscatter in dB is mostly negative</source>
      <translation>{span}, et la rétrodiffusion en dB est presque toujours négative</translation>
    </message>
    <message>
      <source>{span}, a reflectance of {low:.4g} to {high:.4g}</source>
      <translation>{span}, une réflectance de {low:.4g} à {high:.4g}</translation>
    </message>
    <message>
      <source>too few valid pixels to tell dB, power and amplitude apart</source>
      <translation>trop peu de pixels valides pour distinguer dB, puissance et amplitude</translation>
    </message>
    <message>
      <source>values: mostly negative, as power and amplitude never are</source>
      <translation>valeurs : presque toutes négatives, ce que puissance et amplitude ne sont jamais</translation>
    </message>
    <message>
      <source>radar values from {low:.5g} to {high:.5g} look like decibels cast to unsigned 16-bit numbers</source>
      <translation>des valeurs radar de {low:.5g} à {high:.5g} ressemblent à des décibels convertis en nombres de 16 bits non signés</translation>
    </message>
    <message>
      <source>{why}: export the scene again</source>
      <translation>{why} : exportez la scène à nouveau</translation>
    </message>
    <message>
      <source>radar values from {low:.4g} to {high:.4g} in no stated unit</source>
      <translation>valeurs radar de {low:.4g} à {high:.4g} sans unité indiquée</translation>
    </message>
    <message>
      <source>radar values from {low:.4g} to {high:.4g} may be power or amplitude</source>
      <translation>des valeurs radar de {low:.4g} à {high:.4g} peuvent être des puissances ou des amplitudes</translation>
    </message>
    <message>
      <source>the product's definition says {unit}, but {problem}</source>
      <translation>la définition du produit dit {unit}, mais {problem}</translation>
    </message>
    <message>
      <source>not {unit}: {why}</source>
      <translation>pas {unit} : {why}</translation>
    </message>
    <message>
      <source>product definition</source>
      <translation>définition du produit</translation>
    </message>
    <message>
      <source>{source} ({reasons})</source>
      <translation>{source} ({reasons})</translation>
    </message>
    <message>
      <source>{dtype} values from {low:.4g} to {high:.4g} may be {meanings}</source>
      <translation>des valeurs {dtype} de {low:.4g} à {high:.4g} peuvent être : {meanings}</translation>
    </message>
    <message>
      <source>{dtype} values that fit no known unit</source>
      <translation>des valeurs {dtype} qui ne correspondent à aucune unité connue</translation>
    </message>
    <message>
      <source>fractions below 1.5 are no counts</source>
      <translation>des fractions inférieures à 1,5 ne sont pas des comptes</translation>
    </message>
    <message>
      <source>signed numbers end at 32767</source>
      <translation>les nombres signés s'arrêtent à 32767</translation>
    </message>
    <message>
      <source>{unit} (no reflectance)</source>
      <translation>{unit} (pas de réflectance)</translation>
    </message>
    <message>
      <source>{unit} (reflectance = DN x {scale:.4g})</source>
      <translation>{unit} (réflectance = DN x {scale:.4g})</translation>
    </message>
    <message>
      <source>{unit} (reflectance = DN x {scale:.4g} {offset:+g})</source>
      <translation>{unit} (réflectance = DN x {scale:.4g} {offset:+g})</translation>
    </message>
    <message>
      <source>--units {units}</source>
      <translation>les unités, sous {Units} : {units}</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} à {last}</translation>
    </message>
    <message>
      <source>tag {name}</source>
      <translation>étiquette {name}</translation>
    </message>
    <message>
      <source>file name</source>
      <translation>nom du fichier</translation>
    </message>
    <message>
      <source>layer name</source>
      <translation>nom de la couche</translation>
    </message>
    <message>
      <source>Sentinel-1 C-band radar</source>
      <translation>Sentinel-1, radar en bande C</translation>
    </message>
    <message>
      <source>NAIP aerial RGBN</source>
      <translation>Image aérienne NAIP RGBN</translation>
    </message>
    <message>
      <source>Aerial or drone camera, RGB, RGBN or panchromatic</source>
      <translation>Caméra aérienne ou de drone, RVB, RVB + PIR ou panchromatique</translation>
    </message>
    <message>
      <source>Red, green, blue (and near infrared) imagery of unnamed origin</source>
      <translation>Images rouge, vert, bleu (et proche infrarouge) d'origine inconnue</translation>
    </message>
    <message>
      <source>EnMAP hyperspectral</source>
      <translation>EnMAP hyperspectral</translation>
    </message>
    <message>
      <source>MODIS land bands</source>
      <translation>Bandes terrestres de MODIS</translation>
    </message>
    <message>
      <source>Radar backscatter of unnamed origin</source>
      <translation>Rétrodiffusion radar d'origine inconnue</translation>
    </message>
    <message>
      <source>Optical imagery of unnamed origin</source>
      <translation>Images optiques d'origine inconnue</translation>
    </message>
    <message>
      <source>Hyperspectral imagery</source>
      <translation>Images hyperspectrales</translation>
    </message>
    <message>
      <source>Embeddings: features that a model made</source>
      <translation>Plongements : caractéristiques faites par un modèle</translation>
    </message>
    <message>
      <source>Heights</source>
      <translation>Altitudes</translation>
    </message>
    <message>
      <source>band {index} holds numbers of the colours in a palette, which are no measurements</source>
      <translation>la bande {index} contient des numéros de couleurs d'une palette, qui ne sont pas des mesures</translation>
    </message>
    <message>
      <source>leave it out: --bands {index}={unused}</source>
      <translation>écartez-la sous {Bands}</translation>
    </message>
    <message>
      <source>numbers of the colours in a palette</source>
      <translation>numéros de couleurs d'une palette</translation>
    </message>
    <message>
      <source>colour interpretation</source>
      <translation>interprétation des couleurs</translation>
    </message>
    <message>
      <source>description</source>
      <translation>description</translation>
    </message>
    <message>
      <source>band {index} cannot be '{said}'</source>
      <translation>la bande {index} ne peut pas être « {said} »</translation>
    </message>
    <message>
      <source>name a band such as B04, red, VV or 665nm, or {unused}</source>
      <translation>indiquez une bande comme B04, red, VV ou 665nm, ou {unused}</translation>
    </message>
    <message>
      <source>cannot read the list of wavelengths {path}</source>
      <translation>impossible de lire la liste des longueurs d'onde {path}</translation>
    </message>
    <message>
      <source>give a text file, one wavelength a line</source>
      <translation>donnez un fichier texte, une longueur d'onde par ligne</translation>
    </message>
    <message>
      <source>expected NUMBER=NAME, found '{entry}'</source>
      <translation>attendu : NUMÉRO=NOM ; trouvé : « {entry} »</translation>
    </message>
    <message>
      <source>write --bands 1=B02,2=665nm</source>
      <translation>nommez les bandes sous {Bands}</translation>
    </message>
    <message>
      <source>band {index} is named twice: '{one}' and '{other}'</source>
      <translation>la bande {index} est nommée deux fois : « {one} » et « {other} »</translation>
    </message>
    <message>
      <source>name each band once</source>
      <translation>nommez chaque bande une seule fois</translation>
    </message>
    <message>
      <source>expected a band number, found '{found}'</source>
      <translation>attendu : un numéro de bande ; trouvé : « {found} »</translation>
    </message>
    <message>
      <source>number bands from 1, as in --bands 1=B02</source>
      <translation>numérotez les bandes à partir de 1</translation>
    </message>
    <message>
      <source>ENVI header</source>
      <translation>en-tête ENVI</translation>
    </message>
    <message>
      <source>text</source>
      <translation>du texte</translation>
    </message>
    <message>
      <source>{count} wavelengths</source>
      <translation>{count} longueurs d'onde</translation>
    </message>
    <message>
      <source>the {source} lists {found} for {count} bands</source>
      <translation>{source} : {found} pour {count} bandes</translation>
    </message>
    <message>
      <source>the list of bad bands (bbl) in the {source} does not fit {count} bands</source>
      <translation>la liste des mauvaises bandes (bbl) ne correspond pas à {count} bandes ({source})</translation>
    </message>
    <message>
      <source>the band's tags</source>
      <translation>étiquettes de la bande</translation>
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
      <translation>aucun capteur ne s'appelle « {sensor} »</translation>
    </message>
    <message>
      <source>give --sensor with one of: {names}</source>
      <translation>choisissez sous {Sensor} l'un de : {names}</translation>
    </message>
    <message>
      <source>there is no band {number}: the scene has {count}</source>
      <translation>il n'y a pas de bande {number} : la scène en a {count}</translation>
    </message>
    <message>
      <source>number bands from 1 in --bands</source>
      <translation>numérotez les bandes à partir de 1</translation>
    </message>
    <message>
      <source>left out by the user</source>
      <translation>écartée par l'utilisateur</translation>
    </message>
    <message>
      <source>give another --sensor than {sensor}, or correct the band with --bands</source>
      <translation>choisissez sous {Sensor} un autre capteur que {sensor}, ou corrigez la bande sous {Bands}</translation>
    </message>
    <message>
      <source>band {number} is {found} (from {source}), which {sensor} does not have</source>
      <translation>la bande {number} est {found} (d'après : {source}), que {sensor} n'a pas</translation>
    </message>
    <message>
      <source>bands {one} and {other} would both be {band} of {sensor}</source>
      <translation>les bandes {one} et {other} seraient toutes deux {band} de {sensor}</translation>
    </message>
    <message>
      <source>marked as bad in {source}</source>
      <translation>marquée comme mauvaise ({source})</translation>
    </message>
    <message>
      <source>{band} is thermal: emitted, not reflected</source>
      <translation>{band} est thermique : émise, non réfléchie</translation>
    </message>
    <message>
      <source>every band is marked as bad</source>
      <translation>toutes les bandes sont marquées comme mauvaises</translation>
    </message>
    <message>
      <source>wavelength ({source})</source>
      <translation>longueur d'onde ({source})</translation>
    </message>
    <message>
      <source>transparency: used as the mask of valid pixels</source>
      <translation>transparence : sert de masque des pixels valides</translation>
    </message>
    <message>
      <source>'{name}' is not a spectral band</source>
      <translation>« {name} » n'est pas une bande spectrale</translation>
    </message>
    <message>
      <source>'{name}' names no band</source>
      <translation>« {name} » ne désigne aucune bande</translation>
    </message>
    <message>
      <source>nothing says what it is</source>
      <translation>rien ne dit ce qu'elle est</translation>
    </message>
    <message>
      <source>{said}: name it with --bands {number}=NAME</source>
      <translation>{said} : dites sous {Bands} ce que c'est</translation>
    </message>
    <message>
      <source>no one sensor has bands called B{value}</source>
      <translation>aucun capteur à lui seul n'a de bandes appelées B{value}</translation>
    </message>
    <message>
      <source>the bands fit no one sensor: {problem}</source>
      <translation>les bandes ne correspondent à aucun capteur : {problem}</translation>
    </message>
    <message>
      <source>user</source>
      <translation>utilisateur</translation>
    </message>
    <message>
      <source>--bands @wavelengths.txt (one wavelength in nm a line)</source>
      <translation>les longueurs d'onde, chargées d'un fichier sous {Bands}</translation>
    </message>
    <message>
      <source>{text} (one is called transparency but holds an image, so the colour interpretation proves nothing)</source>
      <translation>{text} (l'une s'appelle transparence mais contient une image, si bien que l'interprétation des couleurs ne prouve rien)</translation>
    </message>
    <message>
      <source>--bands 1={name} (or {others})</source>
      <translation>ce qu'est la bande, sous {Bands} : {name} (ou {others})</translation>
    </message>
    <message>
      <source>--bands {bands}</source>
      <translation>les noms des bandes, sous {Bands} : {bands}</translation>
    </message>
    <message>
      <source>nothing says which band is which: {doubt}</source>
      <translation>rien ne dit quelle bande est laquelle : {doubt}</translation>
    </message>
    <message>
      <source>nothing says the wavelengths of the {count} bands</source>
      <translation>rien ne donne les longueurs d'onde des {count} bandes</translation>
    </message>
    <message>
      <source>nothing says what the band is</source>
      <translation>rien ne dit ce qu'est la bande</translation>
    </message>
    <message>
      <source>nothing says which band is which</source>
      <translation>rien ne dit quelle bande est laquelle</translation>
    </message>
    <message>
      <source>{why} (no sure name of a band in {names})</source>
      <translation>{why} (aucun nom de bande certain dans {names})</translation>
    </message>
    <message>
      <source>--bands NUMBER={unused},... for the bad bands (--bands 1={unused} leaves out band 1)</source>
      <translation>les mauvaises bandes, écartées sous {Bands}</translation>
    </message>
    <message>
      <source>these</source>
      <translation>ces noms</translation>
    </message>
    <message>
      <source>bands called {names} are other wavelengths on other sensors</source>
      <translation>les bandes appelées {names} sont d'autres longueurs d'onde sur d'autres capteurs</translation>
    </message>
    <message>
      <source>--sensor {sensors}</source>
      <translation>le capteur, sous {Sensor} : {sensors}</translation>
    </message>
    <message>
      <source>band {index} is called '{called}'</source>
      <translation>la bande {index} s'appelle « {called} »</translation>
    </message>
    <message>
      <source>bands {first} and {second} are both {name}</source>
      <translation>les bandes {first} et {second} sont toutes deux {name}</translation>
    </message>
    <message>
      <source>the wavelengths are {listed} in the unit '{unit}'</source>
      <translation>les longueurs d'onde sont {listed} dans l'unité « {unit} »</translation>
    </message>
    <message>
      <source>the wavelengths are {listed} without a unit</source>
      <translation>les longueurs d'onde sont {listed} sans unité</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true ou false</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un nombre entier</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>un nombre</translation>
    </message>
    <message>
      <source>null</source>
      <translation>null</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>une liste</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>un objet</translation>
    </message>
    <message>
      <source>{what} has no field '{name}'</source>
      <translation>{what} : le champ « {name} » n'existe pas</translation>
    </message>
    <message>
      <source>it has: {names}</source>
      <translation>il y a : {names}</translation>
    </message>
    <message>
      <source>an object whose keys are each {kind}</source>
      <translation>un objet dont les clés sont de ce type : {kind}</translation>
    </message>
    <message>
      <source>an object whose values are each {kind}</source>
      <translation>un objet dont les valeurs sont de ce type : {kind}</translation>
    </message>
    <message>
      <source>{what} must be {expected}; found {found}</source>
      <translation>{what} : attendu {expected} ; trouvé : {found}</translation>
    </message>
    <message>
      <source>'{name}' of {what} must be {expected}; found {found}</source>
      <translation>{what} : « {name} » doit être {expected} ; trouvé : {found}</translation>
    </message>
    <message>
      <source>correct '{name}'</source>
      <translation>corrigez « {name} »</translation>
    </message>
    <message>
      <source>a list of {count}</source>
      <translation>une liste de {count}</translation>
    </message>
    <message>
      <source>an object of {names}</source>
      <translation>un objet de {names}</translation>
    </message>
    <message>
      <source>a list, each {kind}</source>
      <translation>une liste, chaque élément {kind}</translation>
    </message>
    <message>
      <source>{what} lacks the field '{name}'</source>
      <translation>{what} : le champ « {name} » manque</translation>
    </message>
    <message>
      <source>add it</source>
      <translation>ajoutez-le</translation>
    </message>
    <message>
      <source>all pixels of the scene are alike</source>
      <translation>tous les pixels de la scène sont identiques</translation>
    </message>
    <message>
      <source>check what counts as nodata, and the bands</source>
      <translation>vérifiez ce qui compte comme nodata, et les bandes</translation>
    </message>
    <message>
      <source>the scene does not fall into {clusters} clusters</source>
      <translation>la scène ne se divise pas en {clusters} groupes</translation>
    </message>
    <message>
      <source>ask for fewer: --classes {fewer}</source>
      <translation>demandez-en moins : {fewer} classes</translation>
    </message>
    <message>
      <source>the engine's log</source>
      <translation>le journal du moteur</translation>
    </message>
    <message>
      <source>close other programs, or choose a smaller extent or model</source>
      <translation>fermez d'autres programmes, ou choisissez une emprise ou un modèle plus petits</translation>
    </message>
    <message>
      <source>unexpected {what}</source>
      <translation>inattendu : {what}</translation>
    </message>
    <message>
      <source>this is a fault of the engine; {where} has the details</source>
      <translation>c'est une erreur du moteur ; détails : {where}</translation>
    </message>
    <message>
      <source>expected a new job id, found {found}</source>
      <translation>attendu : un nouvel identifiant de tâche ; trouvé : {found}</translation>
    </message>
    <message>
      <source>the plugin and the engine differ: update both</source>
      <translation>l'extension et le moteur diffèrent : mettez les deux à jour</translation>
    </message>
    <message>
      <source>cannot go on from {path}: {why}</source>
      <translation>impossible de reprendre depuis {path} : {why}</translation>
    </message>
    <message>
      <source>start a new run, with another --out</source>
      <translation>commencez une nouvelle exécution avec un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>{count} chips of {table} are not in {sources}; the first: {first}</source>
      <translation>{count} vignettes de {table} ne sont pas dans {sources} ; la première : {first}</translation>
    </message>
    <message>
      <source>name chips by their path in the folder, their file's name or its stem</source>
      <translation>désignez les vignettes par leur chemin dans le dossier, le nom du fichier ou ce nom sans extension</translation>
    </message>
    <message>
      <source>{count} names in {table} are those of several chips; the first, {first}, of {chips}</source>
      <translation>{count} noms de {table} désignent plusieurs vignettes ; le premier, {first}, désigne {chips}</translation>
    </message>
    <message>
      <source>name chips by their path in the folder</source>
      <translation>nommez les vignettes par leur chemin dans le dossier</translation>
    </message>
    <message>
      <source>the table {path} cannot be read: {error}</source>
      <translation>impossible de lire le tableau {path} : {error}</translation>
    </message>
    <message>
      <source>give a CSV file with a header</source>
      <translation>donnez un fichier CSV avec un en-tête</translation>
    </message>
    <message>
      <source>no column '{field}' in {path}; beside the names it has: {columns}</source>
      <translation>pas de colonne « {field} » dans {path} ; à côté des noms il y a : {columns}</translation>
    </message>
    <message>
      <source>name it: --field</source>
      <translation>choisissez-la sous {Field}</translation>
    </message>
    <message>
      <source>expected chips of two classes or more; found {classes}</source>
      <translation>attendu : des vignettes de deux classes ou plus ; trouvé : {classes}</translation>
    </message>
    <message>
      <source>put the chips of each class into a folder of its name, or give a table to --labels</source>
      <translation>mettez les vignettes de chaque classe dans un dossier à son nom, ou choisissez un tableau sous {Labels}</translation>
    </message>
    <message>
      <source>the chips differ in their bands</source>
      <translation>les vignettes diffèrent par leurs bandes</translation>
    </message>
    <message>
      <source>give chips of one product, or say which with --bands</source>
      <translation>donnez des vignettes d'un seul produit, ou dites lesquelles sous {Bands}</translation>
    </message>
    <message>
      <source>all chips of a class lie in one place: nothing is left to check the model with</source>
      <translation>toutes les vignettes d'une classe sont au même endroit : il ne reste rien pour vérifier le modèle</translation>
    </message>
    <message>
      <source>add chips of this class from other places</source>
      <translation>ajoutez des vignettes de cette classe prises ailleurs</translation>
    </message>
    <message>
      <source>no chip holds a valid pixel</source>
      <translation>aucune vignette ne contient de pixel valide</translation>
    </message>
    <message>
      <source>check their nodata value</source>
      <translation>vérifiez leur valeur nodata</translation>
    </message>
    <message>
      <source>no pixel of the label raster {path} with a value lies on the scene {name}</source>
      <translation>aucun pixel du raster d'étiquettes {path} ayant une valeur n'est sur la scène {name}</translation>
    </message>
    <message>
      <source>give a label raster of this scene</source>
      <translation>donnez un raster d'étiquettes de cette scène</translation>
    </message>
    <message>
      <source>expected one band of values in the label raster {labels}; found {bands}</source>
      <translation>une bande de valeurs était attendue dans le raster d'étiquettes {labels} ; il y en a {bands}</translation>
    </message>
    <message>
      <source>write the band that holds the labels into a file of its own; the colours of a picture are no labels</source>
      <translation>écrivez la bande des étiquettes dans un fichier à part ; les couleurs d'une image ne sont pas des étiquettes</translation>
    </message>
    <message>
      <source>{height} x {width} pixels</source>
      <translation>{height} x {width} pixels</translation>
    </message>
    <message>
      <source>the label raster {labels} ({size}) has a CRS, the scene {scene} ({expected}) has none</source>
      <translation>le raster d'étiquettes {labels} ({size}) a un SCR, la scène {scene} ({expected}) n'en a pas</translation>
    </message>
    <message>
      <source>name the scene's CRS: --crs EPSG:CODE; without a place on the ground, give labels on its own grid</source>
      <translation>définissez le SCR de la scène avec Couche &gt; Définir le SCR des couches ; sans place au sol, donnez des étiquettes sur sa propre grille</translation>
    </message>
    <message>
      <source>the label raster {labels} has no CRS, and {size} where the scene {scene} has {expected}</source>
      <translation>le raster d'étiquettes {labels} n'a pas de SCR, et {size} là où la scène {scene} a {expected}</translation>
    </message>
    <message>
      <source>give a label raster on the scene's own grid, or assign it its CRS and place</source>
      <translation>donnez un raster d'étiquettes sur la grille de la scène, ou attribuez-lui son SCR et sa place</translation>
    </message>
    <message>
      <source>no such labels: {labels}</source>
      <translation>ces étiquettes n'existent pas : {labels}</translation>
    </message>
    <message>
      <source>expected one label raster for {scene} in {folder}, such as {example}; found {names}</source>
      <translation>attendu : un raster d'étiquettes pour {scene} dans {folder}, comme {example} ; trouvé : {names}</translation>
    </message>
    <message>
      <source>name the label rasters after their scenes</source>
      <translation>nommez les rasters d'étiquettes d'après leurs scènes</translation>
    </message>
    <message>
      <source>no label is {missing}; there are {there}</source>
      <translation>aucune étiquette n'est {missing} ; il y a {there}</translation>
    </message>
    <message>
      <source>name some of those in --classes</source>
      <translation>choisissez-en comme classes</translation>
    </message>
    <message>
      <source>expected labels of two classes or more; found {there}</source>
      <translation>attendu : des étiquettes de deux classes ou plus ; trouvé : {there}</translation>
    </message>
    <message>
      <source>name a second one in --classes</source>
      <translation>choisissez une deuxième classe</translation>
    </message>
    <message>
      <source>{name} has {count:,} cells of {cell_px} pixels, too many to look for labels in</source>
      <translation>{name} a {count:,} cellules de {cell_px} pixels, trop pour y chercher des étiquettes</translation>
    </message>
    <message>
      <source>give chips of more pixels, or cut the scene to the labelled part</source>
      <translation>prenez des vignettes de plus de pixels, ou découpez la scène à sa partie étiquetée</translation>
    </message>
    <message>
      <source>all labels lie within {cell_px} pixels of each other: nothing is left to check the model with</source>
      <translation>toutes les étiquettes tiennent dans {cell_px} pixels : il ne reste rien pour vérifier le modèle</translation>
    </message>
    <message>
      <source>label places further apart</source>
      <translation>étiquetez des lieux plus éloignés</translation>
    </message>
    <message>
      <source>Fine-tuning {name}</source>
      <translation>Affinage : {name}</translation>
    </message>
    <message>
      <source>held-out places, pixels</source>
      <translation>lieux mis de côté, pixels</translation>
    </message>
    <message>
      <source>held-out chips</source>
      <translation>vignettes mises de côté</translation>
    </message>
    <message>
      <source>out of memory with {batch} chips at once</source>
      <translation>pas assez de mémoire pour {batch} vignettes à la fois</translation>
    </message>
    <message>
      <source>give --batch {chips}</source>
      <translation>réglez {Chips} sur {chips}</translation>
    </message>
    <message>
      <source>the loss of step {step} is no finite number</source>
      <translation>la perte au pas {step} n'est pas un nombre fini</translation>
    </message>
    <message>
      <source>give --lr {rate:.1g}</source>
      <translation>réglez {LearningRate} sur {rate:.1g}</translation>
    </message>
    <message>
      <source>the best weights of the run are gone: {error}</source>
      <translation>les meilleurs poids de l'exécution ont disparu : {error}</translation>
    </message>
    <message>
      <source>start the run again</source>
      <translation>relancez l'exécution</translation>
    </message>
    <message>
      <source>Only 1 label was held out, so the scores are rough</source>
      <translation>Une seule étiquette (1) a été mise de côté, les scores sont donc approximatifs</translation>
    </message>
    <message>
      <source>Only {count} labels were held out, so the scores are rough</source>
      <translation>Seules {count} étiquettes ont été mises de côté, les scores sont donc approximatifs</translation>
    </message>
    <message>
      <source>{rough}; to map a scene from few labels, classify it instead</source>
      <translation>{rough} ; pour cartographier une scène à partir de peu d'étiquettes, classifiez-la plutôt</translation>
    </message>
    <message>
      <source>{name} has no held-out labels, so no score counts it: label it in more places.</source>
      <translation>{name} n'a pas d'étiquettes mises de côté, aucun score n'en tient donc compte : étiquetez-la à plus d'endroits.</translation>
    </message>
    <message>
      <source>no labels were named</source>
      <translation>aucune étiquette n'a été indiquée</translation>
    </message>
    <message>
      <source>give a vector file, a label raster, or a folder of them</source>
      <translation>donnez un fichier vecteur, un raster d'étiquettes, ou un dossier qui en contient</translation>
    </message>
    <message>
      <source>No held-out place shows {classes}: nothing is known of how well it is mapped.</source>
      <translation>Aucun lieu mis de côté ne montre {classes} : on ne sait rien de la qualité de la cartographie.</translation>
    </message>
    <message>
      <source>no label of {classes} lies on data of the scenes</source>
      <translation>aucune étiquette de {classes} n'est sur des données des scènes</translation>
    </message>
    <message>
      <source>take it out of --classes</source>
      <translation>retirez-la des classes</translation>
    </message>
    <message>
      <source>Classes left out, without a label on data of the scenes: {count} ({classes}).</source>
      <translation>Classes écartées, sans étiquette sur des données des scènes : {count} ({classes}).</translation>
    </message>
    <message>
      <source>The pixel size of {scene} is unknown; the model was told 10 m.</source>
      <translation>La taille des pixels de {scene} est inconnue ; le modèle a reçu 10 m.</translation>
    </message>
    <message>
      <source>{scene}: {fill}; they count as nodata.</source>
      <translation>{scene} : {fill} ; ils comptent comme nodata.</translation>
    </message>
    <message>
      <source>a regression learns numbers and has no classes</source>
      <translation>une régression apprend des nombres et n'a pas de classes</translation>
    </message>
    <message>
      <source>leave --classes out</source>
      <translation>omettez les classes</translation>
    </message>
    <message>
      <source>expected numbers in '{field}'; found '{value}'</source>
      <translation>attendu : des nombres dans « {field} » ; trouvé : « {value} »</translation>
    </message>
    <message>
      <source>name another field: --field NAME</source>
      <translation>choisissez un autre champ sous {Field}</translation>
    </message>
    <message>
      <source>Nothing fixes the scale of these numbers, so {model} saw them relative to the training set.</source>
      <translation>Rien ne fixe l’échelle de ces nombres ; {model} les a donc vus par rapport au jeu d’entraînement.</translation>
    </message>
    <message>
      <source>--classes is for the labels of pixels</source>
      <translation>le choix des classes sert aux étiquettes de pixels</translation>
    </message>
    <message>
      <source>leave it out, and rename the chips' classes</source>
      <translation>omettez-le et renommez les classes des vignettes</translation>
    </message>
    <message>
      <source>a chip has several classes, or none</source>
      <translation>une vignette a plusieurs classes, ou aucune</translation>
    </message>
    <message>
      <source>give --task multilabel</source>
      <translation>choisissez « multilabel » sous {Task}</translation>
    </message>
    <message>
      <source>The chips have no place on the ground: what was held out was drawn by chance.</source>
      <translation>Les vignettes n'ont pas de place au sol : ce qui a été mis de côté a été tiré au hasard.</translation>
    </message>
    <message>
      <source>{folder} exists and is no run</source>
      <translation>{folder} existe et n'est pas une exécution</translation>
    </message>
    <message>
      <source>give another --out</source>
      <translation>donnez un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>{folder} holds {what}</source>
      <translation>{folder} contient {what}</translation>
    </message>
    <message>
      <source>give another --out, or --overwrite to replace it</source>
      <translation>donnez un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>{folder} holds an input of this job, {path}</source>
      <translation>{folder} contient une entrée de cette tâche, {path}</translation>
    </message>
    <message>
      <source>another run is training in {folder}</source>
      <translation>une autre exécution s'entraîne dans {folder}</translation>
    </message>
    <message>
      <source>wait until it has ended, or give another --out</source>
      <translation>attendez qu'elle se termine, ou donnez un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>choose one you may write to</source>
      <translation>choisissez-en un où vous pouvez écrire</translation>
    </message>
    <message>
      <source>a finished model</source>
      <translation>un modèle terminé</translation>
    </message>
    <message>
      <source>a run that cannot be read</source>
      <translation>une exécution illisible</translation>
    </message>
    <message>
      <source>an unfinished run of another request</source>
      <translation>une exécution inachevée d'une autre requête</translation>
    </message>
    <message>
      <source>an unfinished run of files that have changed since ({changed})</source>
      <translation>une exécution inachevée de fichiers qui ont changé depuis ({changed})</translation>
    </message>
    <message>
      <source>expected a mode of {modes}; found '{mode}'</source>
      <translation>attendu : un mode parmi {modes} ; trouvé : « {mode} »</translation>
    </message>
    <message>
      <source>give one of them</source>
      <translation>donnez-en un</translation>
    </message>
    <message>
      <source>expected 1 or more {name}; found {found}</source>
      <translation>attendu : 1 {name} ou plus ; trouvé : {found}</translation>
    </message>
    <message>
      <source>correct {name}</source>
      <translation>corrigez {name}</translation>
    </message>
    <message>
      <source>the head upernet normalises over the chips of a step, and of 1 chip there is nothing to normalise</source>
      <translation>la tête upernet normalise sur les vignettes d'un pas, et avec 1 vignette il n'y a rien à normaliser</translation>
    </message>
    <message>
      <source>give --batch 2, or another --head</source>
      <translation>réglez {Chips} sur 2, ou choisissez une autre tête</translation>
    </message>
    <message>
      <source>expected a rate between 0 and 1, patience and seed of 0 or more; found {lr:g}, {patience}, {seed}</source>
      <translation>attendu : un taux entre 0 et 1, une patience et une graine d'au moins 0 ; trouvé : {lr:g}, {patience}, {seed}</translation>
    </message>
    <message>
      <source>expected a task of {tasks}; found '{task}'</source>
      <translation>attendu : une tâche parmi {tasks} ; trouvé : « {task} »</translation>
    </message>
    <message>
      <source>give one to --task</source>
      <translation>choisissez-en une sous {Task}</translation>
    </message>
    <message>
      <source>expected a head of {heads} for {task}; found '{head}'</source>
      <translation>attendu : une tête parmi {heads} pour {task} ; trouvé : « {head} »</translation>
    </message>
    <message>
      <source>give one</source>
      <translation>donnez-en une</translation>
    </message>
    <message>
      <source>{name}: {low:.3g} (dark) to {high:.3g} (bright)</source>
      <translation>{name} : de {low:.3g} (sombre) à {high:.3g} (clair)</translation>
    </message>
    <message>
      <source>score</source>
      <translation>score</translation>
    </message>
    <message>
      <source>best {metric} {score:.3f} at step {step:,}</source>
      <translation>meilleur {metric} {score:.3f} au pas {step:,}</translation>
    </message>
    <message>
      <source>Loss: learnt from, and held out (dots)</source>
      <translation>Perte : apprise, et mise de côté (points)</translation>
    </message>
    <message>
      <source>{metric} on held-out places</source>
      <translation>{metric} sur les lieux mis de côté</translation>
    </message>
    <message>
      <source>step</source>
      <translation>pas</translation>
    </message>
  </context>
  <context>
    <name>OfaSetup</name>
    <message>
      <source>Set up the engine</source>
      <translation>Installer le moteur</translation>
    </message>
    <message>
      <source>OFA computes in a program of its own. It needs a Python environment beside QGIS; QGIS's own Python stays as it is.</source>
      <translation>OFA calcule dans un programme à part. Il lui faut un environnement Python à côté de QGIS ; le Python de QGIS reste inchangé.</translation>
    </message>
    <message>
      <source>S&amp;tart</source>
      <translation>C&amp;ommencer</translation>
    </message>
    <message>
      <source>Go to layers, classes and labels</source>
      <translation>Aller aux couches, classes et étiquettes</translation>
    </message>
    <message>
      <source>Rep&amp;air</source>
      <translation>Répar&amp;er</translation>
    </message>
    <message>
      <source>Install the engine afresh; the present one is kept until the new one is proven</source>
      <translation>Réinstaller le moteur ; l'actuel est gardé jusqu'à ce que le nouveau soit vérifié</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>&amp;Supprimer</translation>
    </message>
    <message>
      <source>Install it differently</source>
      <translation>Installer autrement</translation>
    </message>
    <message>
      <source>Another folder, another Python, another package index</source>
      <translation>Autre dossier, autre Python, autre index de paquets</translation>
    </message>
    <message>
      <source>Private e&amp;nvironment (recommended)</source>
      <translation>E&amp;nvironnement privé (recommandé)</translation>
    </message>
    <message>
      <source>pip fetches the engine's packages into a folder of their own</source>
      <translation>pip récupère les paquets du moteur dans un dossier à part</translation>
    </message>
    <message>
      <source>Private environment from an offline folder</source>
      <translation>Environnement privé, dossier &amp;hors ligne</translation>
    </message>
    <message>
      <source>For computers without a network: the packages come from a folder of wheels</source>
      <translation>Pour les ordinateurs sans réseau : les paquets viennent d'un dossier de wheels</translation>
    </message>
    <message>
      <source>Cop&amp;y the command that collects them</source>
      <translation>Copier la commande pour les réunir</translation>
    </message>
    <message>
      <source>Run it on a computer with a network, the same system and the same version of Python</source>
      <translation>À lancer sur un ordinateur avec réseau, le même système et la même version de Python</translation>
    </message>
    <message>
      <source>&amp;Use an existing Python</source>
      <translation>Utiliser un P&amp;ython existant</translation>
    </message>
    <message>
      <source>One in which the engine is installed already</source>
      <translation>Un Python où le moteur est déjà installé</translation>
    </message>
    <message>
      <source>Nothing is installed; the engine in it is proven, then used.</source>
      <translation>Rien n'est installé ; son moteur est vérifié, puis utilisé.</translation>
    </message>
    <message>
      <source>&amp;Folder</source>
      <translation>&amp;Dossier</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <source>&amp;Base Python</source>
      <translation>Python de base</translation>
    </message>
    <message>
      <source>The Python 3.11 or newer that the environment is made from; left empty, one is found</source>
      <translation>Le Python 3.11 ou plus récent dont l'environnement est issu ; laissé vide, il est recherché</translation>
    </message>
    <message>
      <source>Additional package inde&amp;x</source>
      <translation>Index de pa&amp;quets en plus</translation>
    </message>
    <message>
      <source>The address of an index that pip asks besides its own, such as the one with the CUDA builds of torch for your driver; it is not kept</source>
      <translation>Adresse d'un index que pip consulte en plus du sien, comme celui des versions CUDA de torch pour votre pilote ; elle n'est pas gardée</translation>
    </message>
    <message>
      <source>https://… (none)</source>
      <translation>https://… (aucune)</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>Insta&amp;ller</translation>
    </message>
    <message>
      <source>%p %</source>
      <translation>%p %</translation>
    </message>
    <message>
      <source>C&amp;ancel</source>
      <translation>Annul&amp;er</translation>
    </message>
    <message>
      <source>Stop; what worked before still does</source>
      <translation>Arrêter ; ce qui marchait marche toujours</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Copy dia&amp;gnostics</source>
      <translation>Copier le dia&amp;gnostic</translation>
    </message>
    <message>
      <source>Versions, device and the end of the log for a report, without the name of your home folder</source>
      <translation>Versions, processeur et fin du journal pour un rapport, sans le nom de votre dossier personnel</translation>
    </message>
  </context>
</TS>
