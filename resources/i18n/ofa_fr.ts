<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>OFA</name>
    <message>
      <source>&amp;Bands…</source>
      <translation>&amp;Bandes…</translation>
    </message>
    <message>
      <source>Outp&amp;ut</source>
      <translation>&amp;Sortie</translation>
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
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Tâche</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'apprentissage</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Partir de</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>Apprendre</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Bits</source>
      <translation>Bits</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <source>Skip damaged blocks</source>
      <translation>Ignorer les blocs endommagés</translation>
    </message>
    <message>
      <source>Inspect a scene</source>
      <translation>Inspecter une scène</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>« {name} »</translation>
    </message>
    <message>
      <source>train a model on the page {Train}, or map with labels</source>
      <translation>entraînez un modèle sur la page {Train}, ou cartographiez avec des étiquettes</translation>
    </message>
    <message>
      <source>; the set-up page (⚙) copies the diagnostics</source>
      <translation>; la page d'installation (⚙) copie le diagnostic</translation>
    </message>
    <message>
      <source>the list {Model} has those that work</source>
      <translation>la liste {Model} contient ceux qui fonctionnent</translation>
    </message>
    <message>
      <source>look at one of them with {Inspect}</source>
      <translation>examinez l'une d'elles avec {Inspect}</translation>
    </message>
    <message>
      <source>or add your folder of models</source>
      <translation>ou ajoutez votre dossier de modèles</translation>
    </message>
    <message>
      <source>see under Information in the layer’s properties whether QGIS can read it</source>
      <translation>voyez sous Information dans les propriétés de la couche si QGIS peut la lire</translation>
    </message>
    <message>
      <source>give a report.json of an earlier map</source>
      <translation>donnez le report.json d'une carte précédente</translation>
    </message>
    <message>
      <source>join the bands with Raster &gt; Miscellaneous &gt; Build Virtual Raster, each file as a separate band; they are {bands}</source>
      <translation>assemblez les bandes avec Raster &gt; Divers &gt; Construire un raster virtuel, chaque fichier dans une bande séparée ; ce sont {bands}</translation>
    </message>
    <message>
      <source>untick “No data value” under Transparency in the layer’s properties</source>
      <translation>décochez « Valeur nulle » sous Transparence dans les propriétés de la couche</translation>
    </message>
    <message>
      <source>set the scene’s CRS with Layer &gt; Set CRS of Layer(s)</source>
      <translation>définissez le SCR de la scène avec Couche &gt; Définir le SCR de la/des couche(s)</translation>
    </message>
    <message>
      <source>give another name under {Output}</source>
      <translation>donnez un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>choose the field of the class under {Field}</source>
      <translation>choisissez le champ de la classe sous {Field}</translation>
    </message>
    <message>
      <source>give the scene in those units, choose its units under {Bands}</source>
      <translation>donnez la scène dans cette unité, choisissez son unité sous {Bands}</translation>
    </message>
    <message>
      <source>choose the units under {Bands} ({units})</source>
      <translation>choisissez l'unité sous {Bands} ({units})</translation>
    </message>
    <message>
      <source>say under {Bands} what the band is</source>
      <translation>indiquez sous {Bands} ce qu'est la bande</translation>
    </message>
    <message>
      <source>say under {Bands} which band it is</source>
      <translation>indiquez sous {Bands} de quelle bande il s'agit</translation>
    </message>
    <message>
      <source>say under {Bands} what it is</source>
      <translation>indiquez sous {Bands} ce que c'est</translation>
    </message>
    <message>
      <source>number bands from 1</source>
      <translation>numérotez les bandes à partir de 1</translation>
    </message>
    <message>
      <source>choose another sensor than {sensor}, or correct the band, under {Bands}</source>
      <translation>choisissez sous {Bands} un autre capteur que {sensor}, ou corrigez la bande</translation>
    </message>
    <message>
      <source>choose the sensor under {Bands}: {names}</source>
      <translation>choisissez le capteur sous {Bands} : {names}</translation>
    </message>
    <message>
      <source>choose the sensor under {Bands}</source>
      <translation>choisissez le capteur sous {Bands}</translation>
    </message>
    <message>
      <source>say which under {Bands}</source>
      <translation>indiquez lesquelles sous {Bands}</translation>
    </message>
    <message>
      <source>load the wavelengths under {Bands}</source>
      <translation>chargez les longueurs d'onde sous {Bands}</translation>
    </message>
    <message>
      <source>leave the bad bands out under {Bands}</source>
      <translation>écartez les mauvaises bandes sous {Bands}</translation>
    </message>
    <message>
      <source>name the bands under {Bands}</source>
      <translation>nommez les bandes sous {Bands}</translation>
    </message>
    <message>
      <source>Say under {Bands} if it was measured</source>
      <translation>Indiquez sous {Bands} si cela a été mesuré</translation>
    </message>
    <message>
      <source>say under {Bands} whether they are nodata or were measured</source>
      <translation>indiquez sous {Bands} s'ils sont sans données ou mesurés</translation>
    </message>
    <message>
      <source>set them under Transparency in the layer’s properties</source>
      <translation>définissez-les sous Transparence dans les propriétés de la couche</translation>
    </message>
    <message>
      <source>or correct the scene’s with Layer &gt; Set CRS of Layer(s)</source>
      <translation>ou corrigez celui de la scène avec Couche &gt; Définir le SCR de la/des couche(s)</translation>
    </message>
    <message>
      <source>choose another field under {Field}, if the class is in another one</source>
      <translation>choisissez un autre champ sous {Field} si la classe est dans un autre</translation>
    </message>
    <message>
      <source>add a field that holds the class, and choose it under {Field}</source>
      <translation>ajoutez un champ contenant la classe et choisissez-le sous {Field}</translation>
    </message>
    <message>
      <source>choose another field under {Field}</source>
      <translation>choisissez un autre champ sous {Field}</translation>
    </message>
    <message>
      <source>choose another field under {Field}: {names}</source>
      <translation>choisissez un autre champ sous {Field} : {names}</translation>
    </message>
    <message>
      <source>load one of them as a layer, and choose it under {Labels}</source>
      <translation>chargez-en une comme couche et choisissez-la sous {Labels}</translation>
    </message>
    <message>
      <source>choose a table under {Labels}</source>
      <translation>choisissez une table sous {Labels}</translation>
    </message>
    <message>
      <source>start a new run with another name under {Output}</source>
      <translation>commencez une nouvelle exécution avec un autre nom sous {Output}</translation>
    </message>
    <message>
      <source>give a name under {Output}</source>
      <translation>donnez un nom sous {Output}</translation>
    </message>
    <message>
      <source>choose one of them under {Bits}</source>
      <translation>choisissez-en un sous {Bits}</translation>
    </message>
    <message>
      <source>set the device to auto or cpu</source>
      <translation>réglez le périphérique sur auto ou cpu</translation>
    </message>
    <message>
      <source>choose one of them</source>
      <translation>choisissez-en un</translation>
    </message>
    <message>
      <source>choose another device</source>
      <translation>choisissez un autre périphérique</translation>
    </message>
    <message>
      <source>or set the device to cpu</source>
      <translation>ou réglez le périphérique sur cpu</translation>
    </message>
    <message>
      <source>choose one of them under {Precision}</source>
      <translation>choisissez-en une sous {Precision}</translation>
    </message>
    <message>
      <source>choose auto under {Precision}</source>
      <translation>choisissez auto sous {Precision}</translation>
    </message>
    <message>
      <source>choose one of them under {Model}</source>
      <translation>choisissez-en un sous {Model}</translation>
    </message>
    <message>
      <source>choose a smaller area under {Extent}</source>
      <translation>choisissez une zone plus petite sous {Extent}</translation>
    </message>
    <message>
      <source>leave {Extent} empty</source>
      <translation>laissez {Extent} vide</translation>
    </message>
    <message>
      <source>or do without these: {SkipDamaged} of the algorithms in the Processing toolbox</source>
      <translation>ou passez-vous de ceux-ci : {SkipDamaged} des algorithmes de la boîte à outils de traitements</translation>
    </message>
    <message>
      <source>give each class a value of its own</source>
      <translation>donnez à chaque classe sa propre valeur</translation>
    </message>
    <message>
      <source>give each class a whole number from 1 to 255</source>
      <translation>donnez à chaque classe un nombre entier de 1 à 255</translation>
    </message>
    <message>
      <source>choose another colour in the list of classes</source>
      <translation>choisissez une autre couleur dans la liste des classes</translation>
    </message>
    <message>
      <source>take it out of the classes</source>
      <translation>retirez-la des classes</translation>
    </message>
    <message>
      <source>choose some of those as classes</source>
      <translation>choisissez-en certaines comme classes</translation>
    </message>
    <message>
      <source>choose a second class</source>
      <translation>choisissez une deuxième classe</translation>
    </message>
    <message>
      <source>choose “{task}” under {Task}</source>
      <translation>choisissez « {task} » sous {Task}</translation>
    </message>
    <message>
      <source>choose one under {Task}</source>
      <translation>choisissez-en une sous {Task}</translation>
    </message>
    <message>
      <source>set {Chips} to {count}</source>
      <translation>réglez {Chips} sur {count}</translation>
    </message>
    <message>
      <source>set {LearningRate} to {rate}</source>
      <translation>réglez {LearningRate} sur {rate}</translation>
    </message>
    <message>
      <source>give another name under {Name}</source>
      <translation>donnez un autre nom sous {Name}</translation>
    </message>
    <message>
      <source>give a name under {Name}</source>
      <translation>donnez un nom sous {Name}</translation>
    </message>
    <message>
      <source>choose one of them under {StartFrom}</source>
      <translation>choisissez-en un sous {StartFrom}</translation>
    </message>
    <message>
      <source>choose another kind under {Learn}</source>
      <translation>choisissez autre chose sous {Learn}</translation>
    </message>
    <message>
      <source>Reading the scene</source>
      <translation>Lecture de la scène</translation>
    </message>
    <message>
      <source>Learning from the labels</source>
      <translation>Apprentissage des étiquettes</translation>
    </message>
    <message>
      <source>Mapping</source>
      <translation>Cartographie</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>Calcul des caractéristiques</translation>
    </message>
    <message>
      <source>Drawing polygons</source>
      <translation>Création des polygones</translation>
    </message>
    <message>
      <source>Writing the report</source>
      <translation>Rédaction du rapport</translation>
    </message>
    <message>
      <source>Looking at chips</source>
      <translation>Lecture des vignettes</translation>
    </message>
    <message>
      <source>Preparing the head</source>
      <translation>Préparation de la tête</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <source>Drawing examples</source>
      <translation>Dessin des exemples</translation>
    </message>
    <message>
      <source>Checking the machine</source>
      <translation>Vérification de la machine</translation>
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
      <source>{wavelength} nm</source>
      <translation>{wavelength} nm</translation>
    </message>
    <message>
      <source>your answer</source>
      <translation>votre réponse</translation>
    </message>
    <message>
      <source>Bands in this order: {bands}</source>
      <translation>Bandes dans cet ordre : {bands}</translation>
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
      <source>&amp;Forget my answers</source>
      <translation>&amp;Oublier mes réponses</translation>
    </message>
    <message>
      <source>read from: {source}</source>
      <translation>lu dans : {source}</translation>
    </message>
    <message>
      <source>Your answers are kept with the layer; Processing uses them, too.</source>
      <translation>Vos réponses sont conservées avec la couche ; les traitements les utilisent aussi.</translation>
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
      <translation>{unit} (probable : la scène date de {date})</translation>
    </message>
    <message>
      <source>Was 1000 added to the values? ESA does so from processing baseline 04.00 on (25 January 2022), also when it processes older scenes again. Services that harmonise the data take the 1000 off.</source>
      <translation>Les valeurs ont-elles été augmentées de 1000 ? L'ESA le fait à partir de la version de traitement (baseline) 04.00 (25 janvier 2022), y compris lorsqu'elle retraite des scènes plus anciennes. Les services qui harmonisent les données retirent ces 1000.</translation>
    </message>
    <message>
      <source>The scene is from {date}: that makes one answer likely, but proves nothing.</source>
      <translation>La scène date de {date} : cela rend une réponse probable, mais ne prouve rien.</translation>
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
      <translation>{share} % de la scène contient {values}. Cela signifie-t-il « pas de données » ? Le fichier ne le dit pas.</translation>
    </message>
    <message>
      <source>what looks like fill is no data</source>
      <translation>ce qui ressemble à du remplissage signifie « pas de données »</translation>
    </message>
    <message>
      <source>these pixels were measured</source>
      <translation>ces pixels ont été mesurés</translation>
    </message>
    <message>
      <source>{values} is no data ({share} % of the scene)</source>
      <translation>{values} signifie « pas de données » ({share} % de la scène)</translation>
    </message>
    <message>
      <source>Line {number} of {file} is no wavelength in nanometres: {text}.</source>
      <translation>La ligne {number} de {file} n'est pas une longueur d'onde en nanomètres : {text}.</translation>
    </message>
    <message>
      <source>{file} has {found} wavelengths, but the layer has {bands} bands.</source>
      <translation>{file} contient {found} longueurs d'onde, mais la couche a {bands} bandes.</translation>
    </message>
    <message>
      <source>it is no text in UTF-8</source>
      <translation>ce n'est pas du texte en UTF-8</translation>
    </message>
    <message>
      <source>{file} cannot be read: {reason}.</source>
      <translation>Impossible de lire {file} : {reason}.</translation>
    </message>
    <message>
      <source>{file} holds no classes: expected a table with a column “name”, or a QGIS style with categories.</source>
      <translation>{file} ne contient pas de classes : il faut un tableau avec une colonne « name » ou un style QGIS avec des catégories.</translation>
    </message>
    <message>
      <source>{file} cannot be written: {reason}.</source>
      <translation>Impossible d'écrire {file} : {reason}.</translation>
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
      <translation>Valeur sur la carte : {value}</translation>
    </message>
    <message>
      <source>Key that chooses this class on the map</source>
      <translation>Touche qui choisit cette classe sur la carte</translation>
    </message>
    <message>
      <source>Colour {colour}: click or press Space to choose another</source>
      <translation>Couleur {colour} : cliquer ou appuyer sur Espace pour en choisir une autre</translation>
    </message>
    <message>
      <source>Double-click or press F2 to rename; drag or press Alt+Up to move</source>
      <translation>Double-clic ou F2 pour renommer ; glisser ou Alt+flèche pour déplacer</translation>
    </message>
    <message>
      <source>Outside: where the layer has no pixel or no data. Such labels are not used.</source>
      <translation>Dehors : là où la couche n'a pas de pixel ou pas de données. Ces étiquettes ne sont pas utilisées.</translation>
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
      <source>{count} points</source>
      <translation>{count} points</translation>
    </message>
    <message>
      <source>1 line</source>
      <translation>1 ligne</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count} lignes</translation>
    </message>
    <message>
      <source>1 polygon</source>
      <translation>1 polygone</translation>
    </message>
    <message>
      <source>{count} polygons</source>
      <translation>{count} polygones</translation>
    </message>
    <message>
      <source>{count} outside</source>
      <translation>{count} dehors</translation>
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
      <translation>Plus pour les classes : ordre, fusion, import, export</translation>
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
      <translation>Reprendre les dernières classes : {names}</translation>
    </message>
    <message>
      <source>New label layer</source>
      <translation>Nouvelle couche d'étiquettes</translation>
    </message>
    <message>
      <source>No field of {layer} looks like classes: choose the class field.</source>
      <translation>Aucun champ de {layer} ne semble contenir des classes : choisir le champ de la classe.</translation>
    </message>
    <message>
      <source>grey: {band}</source>
      <translation>gris : {band}</translation>
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
      <translation>radar : {co}, {cross}, {co}</translation>
    </message>
    <message>
      <source>OFA</source>
      <translation>OFA</translation>
    </message>
    <message>
      <source>Magic wand: click to grow a region of like pixels; the wheel or + and - change the tolerance, Enter or another click labels the region, Esc drops it.</source>
      <translation>Baguette magique : un clic trouve la zone de pixels semblables ; la molette ou + et - changent la tolérance, Entrée ou un autre clic étiquette la zone, Échap l'abandonne.</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>Baguette magique</translation>
    </message>
    <message>
      <source>Spectra of the classes: mean, spread, and labels that do not fit</source>
      <translation>Spectres des classes : moyenne, dispersion et étiquettes qui ne correspondent pas</translation>
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
      <source>Map</source>
      <translation>Carte</translation>
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
      <source>Show log</source>
      <translation>Voir le journal</translation>
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
      <source>The engine did not say which device it uses.</source>
      <translation>Le moteur n'a pas dit quel processeur il utilise.</translation>
    </message>
    <message>
      <source>{kind}: {name}, proven</source>
      <translation>{kind} : {name}, vérifié</translation>
    </message>
    <message>
      <source>CPU, {count} cores: {why}</source>
      <translation>CPU, {count} cœurs : {why}</translation>
    </message>
    <message>
      <source>CPU, {count} cores</source>
      <translation>CPU, {count} cœurs</translation>
    </message>
    <message>
      <source>OFA: help</source>
      <translation>OFA : aide</translation>
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
      <source>{folder} is read-only</source>
      <translation>{folder} est en lecture seule</translation>
    </message>
    <message>
      <source>No file for labels could be made: {reason}.</source>
      <translation>Impossible de créer un fichier d'étiquettes : {reason}.</translation>
    </message>
    <message>
      <source>1 unsaved edit in {layer} is used for the map: save it to keep it.</source>
      <translation>1 modification non enregistrée dans {layer} est utilisée pour la carte : l’enregistrer pour la garder.</translation>
    </message>
    <message>
      <source>{count} unsaved edits in {layer} are used for the map: save them to keep them.</source>
      <translation>{count} modifications non enregistrées dans {layer} sont utilisées pour la carte : les enregistrer pour les garder.</translation>
    </message>
    <message>
      <source>No labels here, so not on the map: {names}.</source>
      <translation>Sans étiquettes ici, donc absentes de la carte : {names}.</translation>
    </message>
    <message>
      <source>No label lies in this scene.</source>
      <translation>Aucune étiquette ne se trouve dans cette scène.</translation>
    </message>
    <message>
      <source>No label lies where {scene} has data: label some places there.</source>
      <translation>Aucune étiquette ne se trouve là où {scene} a des données : y étiqueter quelques endroits.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away.</source>
      <translation>Aucune étiquette ne se trouve dans cette scène : les étiquettes sont à {km} km.</translation>
    </message>
    <message>
      <source>No label lies in this scene: the labels are {km} km away, in the area of {other}.</source>
      <translation>Aucune étiquette ne se trouve dans cette scène : les étiquettes sont à {km} km, dans la zone de {other}.</translation>
    </message>
    <message>
      <source>A polygon needs three corners that are not in a line.</source>
      <translation>Un polygone doit avoir trois sommets non alignés.</translation>
    </message>
    <message>
      <source>Outside {layer}: no label added.</source>
      <translation>Hors de {layer} : aucune étiquette ajoutée.</translation>
    </message>
    <message>
      <source>{layer} has no data here: no label added.</source>
      <translation>{layer} n'a pas de données ici : aucune étiquette ajoutée.</translation>
    </message>
    <message>
      <source>no class</source>
      <translation>sans classe</translation>
    </message>
    <message>
      <source>Add a class first, then click on the map.</source>
      <translation>Ajoutez d'abord une classe, puis cliquez sur la carte.</translation>
    </message>
    <message>
      <source>This place does not exist in the reference system of the labels.</source>
      <translation>Ce lieu n'existe pas dans le système de référence des étiquettes.</translation>
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
      <source>The scene to classify: any raster layer of the project.</source>
      <translation>La scène à classifier : toute couche raster du projet.</translation>
    </message>
    <message>
      <source>Which layer band is which band of the sensor, and where that was read.</source>
      <translation>Quelle bande de la couche est quelle bande du capteur, et où cela a été lu.</translation>
    </message>
    <message>
      <source>Expor&amp;t the view…</source>
      <translation>E&amp;xporter la vue…</translation>
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
      <source>Open a scene</source>
      <translation>Ouvrir une scène</translation>
    </message>
    <message>
      <source>QGIS cannot read {file} as one raster. If it holds several, use Layer &gt; Add Layer &gt; Add Raster Layer.</source>
      <translation>QGIS ne peut pas lire {file} comme un seul raster. S'il en contient plusieurs : Couche &gt; Ajouter une couche &gt; Ajouter une couche raster.</translation>
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
      <source>1 question</source>
      <translation>1 question</translation>
    </message>
    <message>
      <source>{count} questions</source>
      <translation>{count} questions</translation>
    </message>
    <message>
      <source>{questions} before the map.</source>
      <translation>{questions} avant la carte.</translation>
    </message>
    <message>
      <source>{questions} before the map: see Bands.</source>
      <translation>{questions} avant la carte : voir Bandes.</translation>
    </message>
    <message>
      <source>unknown sensor</source>
      <translation>capteur inconnu</translation>
    </message>
    <message>
      <source>{width} × {height} pixels</source>
      <translation>{width} × {height} pixels</translation>
    </message>
    <message>
      <source>pixel size on the ground: {gsd:g} m</source>
      <translation>taille du pixel au sol : {gsd:g} m</translation>
    </message>
    <message>
      <source>{count} bands are used</source>
      <translation>{count} bandes utilisées</translation>
    </message>
    <message>
      <source>units read from: {source}</source>
      <translation>unités lues dans : {source}</translation>
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
      <source>OFA labels</source>
      <translation>Étiquettes OFA</translation>
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
      <source>Choose a layer above.</source>
      <translation>Choisissez une couche ci-dessus.</translation>
    </message>
    <message>
      <source>The layer is not ready yet: see above.</source>
      <translation>La couche n'est pas encore prête : voir ci-dessus.</translation>
    </message>
    <message>
      <source>{model} needs no labels: map the scene below.</source>
      <translation>{model} n'a pas besoin d'étiquettes : cartographiez la scène ci-dessous.</translation>
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
      <source>OFA preview</source>
      <translation>Aperçu OFA</translation>
    </message>
    <message>
      <source>l&amp;ive</source>
      <translation>e&amp;n direct</translation>
    </message>
    <message>
      <source>Map what the canvas shows, again after each label.</source>
      <translation>Cartographier ce que montre le canevas, à nouveau après chaque étiquette.</translation>
    </message>
    <message>
      <source>m&amp;ap</source>
      <translation>c&amp;arte</translation>
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
      <source>How much of the scene the preview hides, in per cent.</source>
      <translation>Part de la scène que masque l'aperçu, en pour cent.</translation>
    </message>
    <message>
      <source>Where ne&amp;xt?</source>
      <translation>Où ens&amp;uite ?</translation>
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
      <source>This place does not exist in the reference system of the layer.</source>
      <translation>Ce lieu n'existe pas dans le système de référence de la couche.</translation>
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
      <source>Open report</source>
      <translation>Ouvrir le rapport</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <source>Click a map of the project to see its report and its recipe.</source>
      <translation>Cliquez sur une carte du projet pour voir son rapport et sa recette.</translation>
    </message>
    <message>
      <source>The report of {file} cannot be read: {why}.</source>
      <translation>Impossible de lire le rapport de {file} : {why}.</translation>
    </message>
    <message>
      <source>class</source>
      <translation>classe</translation>
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
      <source>ha</source>
      <translation>ha</translation>
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
      <source>{name}: {count} labelled pixels, {held_out} held-out labels</source>
      <translation>{name} : {count} pixels étiquetés, {held_out} étiquettes mises de côté</translation>
    </message>
    <message>
      <source>{name}: {count} labelled pixels. It could not be checked: label it in a second place.</source>
      <translation>{name} : {count} pixels étiquetés. La classe n'a pas pu être vérifiée : étiquetez-la à un second lieu.</translation>
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
      <source>A small simulated Sentinel-2 scene with labels, to try everything on.</source>
      <translation>Une petite scène Sentinel-2 simulée avec des étiquettes, pour tout essayer.</translation>
    </message>
    <message>
      <source>Making the sample scene.</source>
      <translation>Création de la scène d'exemple.</translation>
    </message>
    <message>
      <source>The sample scene could not be made: {why}.</source>
      <translation>La scène d'exemple n'a pas pu être créée : {why}.</translation>
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
      <source>&amp;Prove and use it</source>
      <translation>&amp;Vérifier et utiliser</translation>
    </message>
    <message>
      <source>&amp;Install</source>
      <translation>&amp;Installer</translation>
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
      <source>Takes about {cpu} GB, or {cuda} GB where pip picks the CUDA build of torch. {free} GB are free here.</source>
      <translation>Occupe environ {cpu} Go, ou {cuda} Go si pip choisit la version CUDA de torch. {free} Go sont libres ici.</translation>
    </message>
    <message>
      <source>Only {free} GB are free here; about {cpu} GB are needed, {cuda} GB with the CUDA build of torch.</source>
      <translation>Seuls {free} Go sont libres ici ; il faut environ {cpu} Go, {cuda} Go avec la version CUDA de torch.</translation>
    </message>
    <message>
      <source>Stop &amp;using it</source>
      <translation>Ne p&amp;lus l'utiliser</translation>
    </message>
    <message>
      <source>Remo&amp;ve</source>
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
      <source>Engine {engine} · Python {python} · {size} GB in {folder}</source>
      <translation>Moteur {engine} · Python {python} · {size} Go dans {folder}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Processeur</translation>
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
      <source>Mean and, shaded, one standard deviation of the labels of each class; the pixel under the cursor as a line with dots. Values as they stand in the file.</source>
      <translation>Moyenne et, en ombré, un écart type des étiquettes de chaque classe ; le pixel sous le curseur en ligne avec points. Valeurs telles que dans le fichier.</translation>
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
      <translation>1 point de {name} ressemble à {other} : à vérifier.</translation>
    </message>
    <message>
      <source>{count} points of {name} look like {other}: check them.</source>
      <translation>{count} points de {name} ressemblent à {other} : à vérifier.</translation>
    </message>
    <message>
      <source>1 point of {name} looks like no class: check it.</source>
      <translation>1 point de {name} ne ressemble à aucune classe : à vérifier.</translation>
    </message>
    <message>
      <source>{count} points of {name} look like no class: check them.</source>
      <translation>{count} points de {name} ne ressemblent à aucune classe : à vérifier.</translation>
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
      <source>Swipe between two results: move the pointer over the map, Esc ends</source>
      <translation>Balayer entre deux résultats : déplacez le pointeur sur la carte, Échap termine</translation>
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
      <translation>La scène à cartographier. En dessous figure ce qu'OFA a lu : ✓ tout est connu, ▲ OFA pose une question sous Bandes.</translation>
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
      <translation>La carte de la vue suit vos étiquettes. La ligne en dessous dit sa qualité ; Où ensuite ? marque les endroits où une étiquette aide le plus.</translation>
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
      <translation>Première visite ? La visite guidée prend une minute.</translation>
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
      <source>best {score} at step {step}</source>
      <translation>meilleur {score} au pas {step}</translation>
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
      <translation>Vignettes de la scène par pas : moins de vignettes demandent moins de mémoire.</translation>
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
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>Labelled scenes of the same sensor and units, to be learnt from as well. What you answered under Bands… must be the same for all.</source>
      <translation>Scènes étiquetées du même capteur et des mêmes unités, dont on apprend aussi. Les réponses sous « Bandes… » doivent être les mêmes pour toutes.</translation>
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
      <translation>&amp;Annuler</translation>
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
      <translation>&amp;Cartographier cette scène avec lui</translation>
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
      <translation>Une scène est en cours de cartographie : attendez.</translation>
    </message>
    <message>
      <source>The models are being listed.</source>
      <translation>La liste des modèles est en cours de lecture.</translation>
    </message>
    <message>
      <source>Choose a layer under Map.</source>
      <translation>Choisir une couche sous « Carte ».</translation>
    </message>
    <message>
      <source>{layer} is being read.</source>
      <translation>{layer} est en cours de lecture.</translation>
    </message>
    <message>
      <source>Answer what is asked about {layer}: press Bands… under Map.</source>
      <translation>Répondre aux questions sur {layer} : cliquer sur « Bandes… » sous « Carte ».</translation>
    </message>
    <message>
      <source>{layer} cannot be used: the page Map says why.</source>
      <translation>{layer} ne peut pas être utilisée : la page « Carte » dit pourquoi.</translation>
    </message>
    <message>
      <source>Another training runs; this one begins when it is done.</source>
      <translation>Un autre entraînement est en cours ; celui-ci commencera quand il sera terminé.</translation>
    </message>
    <message>
      <source>Starting.</source>
      <translation>Démarrage.</translation>
    </message>
    <message>
      <source>On labels that were left out in blocks; with few labels it is a rough number.</source>
      <translation>Sur des étiquettes mises de côté par blocs ; avec peu d'étiquettes, c'est un chiffre grossier.</translation>
    </message>
    <message>
      <source>Stop and keep the best: possible after the first evaluation, when a model has been judged.</source>
      <translation>« Arrêter et garder le meilleur » : possible après la première évaluation, quand un modèle a été jugé.</translation>
    </message>
    <message>
      <source>Stopping: the best model is saved.</source>
      <translation>Arrêt en cours : le meilleur modèle est enregistré.</translation>
    </message>
    <message>
      <source>Cancelling.</source>
      <translation>Annulation.</translation>
    </message>
    <message>
      <source>{name} is in the list of models.</source>
      <translation>{name} est dans la liste des modèles.</translation>
    </message>
    <message>
      <source>Cancelled; started again, it goes on from here.</source>
      <translation>Annulé ; relancé, il continue d'ici.</translation>
    </message>
    <message>
      <source>{folder} cannot be written to: {why}.</source>
      <translation>Impossible d'écrire dans {folder} : {why}.</translation>
    </message>
    <message>
      <source>{path} cannot be opened.</source>
      <translation>{path} ne peut pas être ouvert.</translation>
    </message>
    <message>
      <source>Looking for like pixels…</source>
      <translation>Recherche de pixels semblables…</translation>
    </message>
    <message>
      <source>{pixels} pixels, tolerance {step} of {steps}: wheel, then Enter</source>
      <translation>{pixels} pixels, tolérance {step} sur {steps} : molette, puis Entrée</translation>
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
      <source>confidence</source>
      <translation>confiance</translation>
    </message>
    <message>
      <source>A second raster: how sure the map is of each pixel, 0 to 1.</source>
      <translation>Un second raster : la certitude de la carte pour chaque pixel, 0 à 1.</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>polygones</translation>
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
      <translation>Annuler ; le même traitement reprendra plus tard ici.</translation>
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
      <translation>Nommez le fichier de la carte sous « Sortie ».</translation>
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
      <translation>Une carte est un GeoTIFF : {new} au lieu de {old}.</translation>
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
      <source>{stage} ({number} of {count}):</source>
      <translation>{stage} ({number} sur {count}) :</translation>
    </message>
    <message>
      <source>The map of {name} is done: {path}</source>
      <translation>La carte de {name} est terminée : {path}</translation>
    </message>
    <message>
      <source>{file} is in the project.</source>
      <translation>{file} est dans le projet.</translation>
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
      <source>{rate:.3g} Mpx/min</source>
      <translation>{rate:.3g} Mpx/min</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>reste {time}</translation>
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
      <source>Layer</source>
      <translation>Couche</translation>
    </message>
    <message>
      <source>Empty: as answered in the dock for this layer, else as read from the file.</source>
      <translation>Vide : comme répondu dans le panneau pour cette couche, sinon comme lu dans le fichier.</translation>
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
      <source>Units</source>
      <translation>Unités</translation>
    </message>
    <message>
      <source>Beside the layer's own: values or ranges, with commas between; fill: what looks like it; none: it is data. Empty: you are asked where it is not clear.</source>
      <translation>En plus de ceux de la couche : valeurs ou intervalles, séparés par des virgules ; fill : ce qui ressemble à du remplissage ; none : ce sont des données. Vide : la question est posée si ce n’est pas clair.</translation>
    </message>
    <message>
      <source>Nodata (0 or -9999:0, fill, none)</source>
      <translation>Nodata (0 ou -9999:0, fill, none)</translation>
    </message>
    <message>
      <source>Blocks that cannot be read count as nodata and are told. Off: they end the run.</source>
      <translation>Les blocs illisibles comptent comme nodata et sont signalés. Sinon, ils arrêtent l'exécution.</translation>
    </message>
    <message>
      <source>Name or folder. Empty: the one chosen in the dock.</source>
      <translation>Nom ou dossier. Vide : celui choisi dans le panneau.</translation>
    </message>
    <message>
      <source>Model (ofa-tiny, or a folder)</source>
      <translation>Modèle (ofa-tiny, ou un dossier)</translation>
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
      <source>Recipe, to be run again with: engine run RECIPE.json</source>
      <translation>Recette, à relancer avec : engine run RECIPE.json</translation>
    </message>
    <message>
      <source>Cancelled; nothing was written.</source>
      <translation>Annulé ; rien n'a été écrit.</translation>
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
      <translation>Points, lignes ou polygones ; cinq à dix endroits par classe sont un bon début.</translation>
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
      <source>A folder for a page with accuracy, confusion matrix and areas.</source>
      <translation>Un dossier pour une page avec exactitude, matrice de confusion et surfaces.</translation>
    </message>
    <message>
      <source>Macro-F1 of held-out labels (-1: too little could be checked)</source>
      <translation>Macro-F1 des étiquettes mises de côté (-1 : trop peu a pu être vérifié)</translation>
    </message>
    <message>
      <source>Overall accuracy of held-out labels (-1: too little could be checked)</source>
      <translation>Exactitude globale des étiquettes mises de côté (-1 : trop peu a pu être vérifié)</translation>
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
      <source>the labels cannot be written beside the map ({reason})</source>
      <translation>impossible d'écrire les étiquettes à côté de la carte ({reason})</translation>
    </message>
    <message>
      <source>choose a folder that you can write to</source>
      <translation>choisissez un dossier accessible en écriture</translation>
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
      <source>the output is the input</source>
      <translation>la sortie est l'entrée</translation>
    </message>
    <message>
      <source>choose another name</source>
      <translation>choisissez un autre nom</translation>
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
      <source>Of the same kind as the first: what is said of its bands and units holds for them, too.</source>
      <translation>Du même genre que la première : ce qui est dit de ses bandes et unités vaut aussi pour elles.</translation>
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
      <translation>Sur n’importe quelle grille ; sa palette nomme les classes, et son nodata n’est pas une classe.</translation>
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
      <translation>MORE_LABELS va avec LABELS ; trouvé : {name}</translation>
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
      <source>Number of open questions</source>
      <translation>Nombre de questions ouvertes</translation>
    </message>
    <message>
      <source>All that was found (JSON)</source>
      <translation>Tout ce qui a été trouvé (JSON)</translation>
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
      <source>{width} × {height} pixels, {dtype}</source>
      <translation>{width} × {height} pixels, {dtype}</translation>
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
      <source>the labels cannot be opened</source>
      <translation>impossible d'ouvrir les étiquettes</translation>
    </message>
    <message>
      <source>choose a layer of points or polygons</source>
      <translation>choisissez une couche de points ou de polygones</translation>
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
      <source>A GeoTIFF, such as map.tif.</source>
      <translation>Un GeoTIFF, comme carte.tif.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <source>A GeoTIFF of 0 to 1; it is loaded below the map.</source>
      <translation>Un GeoTIFF de 0 à 1 ; il est chargé sous la carte.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>A file such as map.gpkg, .geojson or .shp; it is loaded below the map.</source>
      <translation>Un fichier comme carte.gpkg, .geojson ou .shp ; il est chargé sous la carte.</translation>
    </message>
    <message>
      <source>the output {path} is an input</source>
      <translation>la sortie {path} est une entrée</translation>
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
      <source>A model that was trained on labelled scenes maps another one; no labels are needed.</source>
      <translation>Un modèle entraîné sur des scènes étiquetées en cartographie une autre ; aucune étiquette n'est nécessaire.</translation>
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
      <source>Where the model is not in the list; goes before it.</source>
      <translation>Si le modèle n'est pas dans la liste ; passe avant elle.</translation>
    </message>
    <message>
      <source>found {name}</source>
      <translation>trouvé {name}</translation>
    </message>
    <message>
      <source>found none</source>
      <translation>trouvé aucun</translation>
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
      <source>the layer has {count} bands</source>
      <translation>la couche a {count} bandes</translation>
    </message>
    <message>
      <source>nodata is written -9999 or 0:5, fill or none; found {part}</source>
      <translation>nodata s'écrit -9999 ou 0:5, fill ou none ; trouvé : {part}</translation>
    </message>
    <message>
      <source>leave it empty, and you are asked</source>
      <translation>laissez vide, et la question vous sera posée</translation>
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
      <source>map</source>
      <translation>carte</translation>
    </message>
    <message>
      <source>values</source>
      <translation>valeurs</translation>
    </message>
    <message>
      <source>Not checked: no class has labels in two places.</source>
      <translation>Non vérifié : aucune classe n'a d'étiquettes à deux lieux.</translation>
    </message>
    <message>
      <source>Macro-F1 {score:.2f}, overall accuracy {overall:.2f}: {checked} of {classes} classes checked, {labels} held-out labels</source>
      <translation>Macro-F1 {score:.2f}, exactitude globale {overall:.2f} : {checked} classes vérifiées sur {classes}, {labels} étiquettes mises de côté</translation>
    </message>
    <message>
      <source>No overall score: {checked} of {classes} classes checked, {area:.0f} % of the mapped area. {least:.0f} % of the classes and of the area are needed.</source>
      <translation>Pas de score global : {checked} classes vérifiées sur {classes}, {area:.0f} % de la surface cartographiée. Il faut {least:.0f} % des classes et de la surface.</translation>
    </message>
    <message>
      <source>Not checked: {name}. Label it in a second place.</source>
      <translation>Non vérifiée : {name}. Étiquetez-la à un second lieu.</translation>
    </message>
    <message>
      <source>Not checked: {names}. Label each in a second place.</source>
      <translation>Non vérifiées : {names}. Étiquetez chacune à un second lieu.</translation>
    </message>
    <message>
      <source>Labels are held out in blocks of {block} pixels, in {folds} rounds, and mapped without being known, so that neighbours do not flatter the score. Macro-F1 is the mean F1 of the checked classes, each counted alike; overall accuracy is the share of the held-out labelled pixels that are mapped right; 1 is perfect. A class is checked if it has labels in two or more places far apart. One number is shown only if the checked classes are at least {least:.0f} % of the classes and of the mapped area: the others may be mapped well or badly.</source>
      <translation>Les étiquettes sont mises de côté par blocs de {block} pixels, en {folds} tours, et cartographiées sans être connues, pour que les voisines n'embellissent pas le score. Macro-F1 est le F1 moyen des classes vérifiées, toutes à poids égal ; l'exactitude globale est la part des pixels étiquetés mis de côté qui sont bien cartographiés ; 1 est parfait. Une classe est vérifiée si elle a des étiquettes à deux lieux éloignés ou plus. Un nombre unique n'est donné que si les classes vérifiées font au moins {least:.0f} % des classes et de la surface cartographiée : les autres peuvent être bien ou mal cartographiées.</translation>
    </message>
    <message>
      <source>Map of {scene} by OFA.</source>
      <translation>Carte de {scene} par OFA.</translation>
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
      <source>the engine is not set up yet</source>
      <translation>le moteur n'est pas encore installé</translation>
    </message>
    <message>
      <source>open the OFA dock and set it up</source>
      <translation>ouvrez le panneau OFA et installez-le</translation>
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
      <translation>score : après la première évaluation</translation>
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
      <source>Best {metric} on left-out blocks: {score}, at step {step}</source>
      <translation>Meilleur {metric} sur les blocs mis de côté : {score}, au pas {step}</translation>
    </message>
    <message>
      <source>{name} has another nodata setting or assigned CRS than {first}</source>
      <translation>{name} a un autre réglage nodata ou un autre SCR attribué que {first}</translation>
    </message>
    <message>
      <source>set the same in the properties of both: what is set for the first scene holds for all</source>
      <translation>réglez la même chose dans les propriétés des deux : ce qui est réglé pour la première scène vaut pour toutes</translation>
    </message>
    <message>
      <source>{name} has other answers about its bands or units than {first}</source>
      <translation>{name} a d’autres réponses sur ses bandes ou unités que {first}</translation>
    </message>
    <message>
      <source>give both the same answers under Bands…, or train on one of them</source>
      <translation>donner aux deux les mêmes réponses sous « Bandes… », ou entraîner sur l’une d’elles</translation>
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
      <source>&amp;Start</source>
      <translation>Co&amp;mmencer</translation>
    </message>
    <message>
      <source>Go to layers, classes and labels</source>
      <translation>Aller aux couches, classes et étiquettes</translation>
    </message>
    <message>
      <source>Re&amp;pair</source>
      <translation>Ré&amp;parer</translation>
    </message>
    <message>
      <source>Install the engine afresh; the present one is kept until the new one is proven</source>
      <translation>Réinstaller le moteur ; l'actuel est gardé jusqu'à ce que le nouveau soit vérifié</translation>
    </message>
    <message>
      <source>Remo&amp;ve</source>
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
      <source>Private &amp;environment (recommended)</source>
      <translation>&amp;Environnement privé (recommandé)</translation>
    </message>
    <message>
      <source>pip fetches the engine's packages into a folder of their own</source>
      <translation>pip récupère les paquets du moteur dans un dossier à part</translation>
    </message>
    <message>
      <source>Private environment from an &amp;offline folder</source>
      <translation>Environnement privé, dossier &amp;hors ligne</translation>
    </message>
    <message>
      <source>For computers without a network: the packages come from a folder of wheels</source>
      <translation>Pour les ordinateurs sans réseau : les paquets viennent d'un dossier de wheels</translation>
    </message>
    <message>
      <source>Copy the &amp;command that collects them</source>
      <translation>Copier la &amp;commande pour les réunir</translation>
    </message>
    <message>
      <source>Run it on a computer with a network, the same system and the same version of Python</source>
      <translation>À lancer sur un ordinateur avec réseau, le même système et la même version de Python</translation>
    </message>
    <message>
      <source>&amp;Use an existing Python</source>
      <translation>&amp;Utiliser un Python existant</translation>
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
      <translation>Python de &amp;base</translation>
    </message>
    <message>
      <source>The Python 3.11 or newer that the environment is made from; left empty, one is found</source>
      <translation>Le Python 3.11 ou plus récent dont l'environnement est issu ; laissé vide, il est recherché</translation>
    </message>
    <message>
      <source>Additional package &amp;index</source>
      <translation>Inde&amp;x de paquets en plus</translation>
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
      <translation>&amp;Installer</translation>
    </message>
    <message>
      <source>%p %</source>
      <translation>%p %</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Annuler</translation>
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
      <source>Copy &amp;diagnostics</source>
      <translation>Copier le dia&amp;gnostic</translation>
    </message>
    <message>
      <source>Versions, device and the end of the log for a report, without the name of your home folder</source>
      <translation>Versions, processeur et fin du journal pour un rapport, sans le nom de votre dossier personnel</translation>
    </message>
  </context>
</TS>
