import type { Random } from '../base/ids.ts';

/**
 * @file Words to say on a walk and to find again at home: a passphrase for one share, and a name for its file. The
 * list is our own: 1,024 plain words, each ten bits, without such as sound like another.
 */

const words = `
acorn adder alder almond amber anchor ankle anvil apple apron arbour arch arrow ash aspen aster attic
autumn awning axle badge badger bagel bakery balcony ballad balloon bamboo banner barge barley barn barrel
basil basin basket bath bay beacon bead beaker beam bean bear beaver bed bee beetle bell belt bench berry
bicycle birch bird biscuit bison blanket blossom blue boat bobbin bolt bonfire bonnet book boot border
bottle boulder bow bowl box bracken bramble branch brass bread breeze brick bridge bright brook broom
broth brush bucket bud buffalo bugle bulb bumble bunting burrow butter button buzzard cabbage cabin cable
cactus cairn cake calm camel camera camp canal candle canoe canopy canvas canyon cap caramel caravan
cardigan carpet carrot cart castle cat cave cedar celery cello chain chair chalk channel chapel charcoal
cheese cherry chestnut chimney chisel chorus cider cinder circle circus citrus clarinet clay clear cliff
cloak clock cloth cloud clover coast coat cobble cockle cocoa coffee collar comet comma compass cook
copper coral cord cork corn corner cottage cotton cove cowslip crab cradle crane crate crayon creek cress
crest cricket crisp crocus crow crown crumb crust crystal cuckoo cup cupboard curlew current curtain
cushion cycle cypress daffodil daisy dale damson dance dandelion dawn delta denim desk dew dial diamond
dice dill dingle dinner dipper dock dolphin dome donkey door dove dragon drawer dream drift drizzle drum
duck dune dusk dust eagle early earth easel east echo edge eel egg eider elbow elder elk elm ember engine
envelope ermine evening fable fabric falcon farm feather fence fennel fern ferry fiddle field fig finch
fire fir fish flag flame flannel flask flax fleece flint float flock flute fog fold folk foot forest forge
fork fossil fountain fox frame freckle frog frost fruit funnel furrow gable gale galley gallon garage
garden garlic garnet gate gazelle gecko gentle geyser giant ginger giraffe glacier glade glass glen glove
glow goat gold goose gorse gosling gown grain granite grape grass gravel green grey grotto grove gull
gully gutter hail half hall hamlet hammer hammock hamper hand handle harbour harness harp harvest hat
hatch haven hawk hay hazel heart hearth heath heather hedge helmet hen herb hermit heron herring hill
hinge hive hobby hollow holly honey hood hoof hook hoop hop horizon horn horse house hull humble hut
hyacinth ibis ice icicle igloo indigo ink inlet iris iron island ivory ivy jacket jackdaw jaguar jam jar
jasmine jay jelly jetty jewel jigsaw jolly journey jug juice jumper june jungle juniper kayak keel keen
keeper kelp kennel kernel kestrel kettle kiln kilt kind kingdom kiosk kite kitten knapsack knee knoll
label lace ladder ladle lagoon lake lamb lamp lane lantern larch lark lasso latch lattice laurel lava
lavender lawn layer leaf leather ledge lemon lentil leopard letter lettuce level lever library lichen lid
light lilac lily lime linen link lion lizard llama loaf lobster lock locket loft log long loom loop lotus
lunar lunch lupin lynx lyre magnet magpie mallard mallow mammoth mango mantle maple marble march margin
marigold market marmot maroon marsh marten mask mast match maze meadow medal melody melon mellow merlin
mermaid meteor midday mild mile milk mill mimosa mint mirror mist mitten moat mole monday moon moor moose
morning moss moth motor mountain mouse mouth mule museum mushroom music mustard myrtle narrow nectar
needle nest net nettle newt nickel noble north note notebook novel nugget number nutmeg oak oasis oat oboe
ocean ochre octave office olive onion opal open orange orbit orchard orchid organ osprey ostrich otter
oval oven owl oxen oyster pacific paddle paddock page paint palace palette palm pancake panda pansy
panther papaya paper paprika parade parcel park parrot parsley parsnip pasture patch path pattern paw pea
peach peacock pearl peat pebble pecan pedal pelican pencil penguin penny peony pepper perch petal pewter
pheasant piano pickle picnic pie pier pigeon pillow pilot pine pink pipe pippin pitcher plank planet
plaster plate plaza plough plover plum plume pocket poem polar pollen pond pony pool poplar poppy porch
porridge portrait postcard pot potato potter powder prairie prelude primrose prism puddle puffin pulley
pumice pumpkin puppet purple purse puzzle quail quarry quarter quartz quiet quill quilt quince quiver
rabbit raccoon radish raft rail rainbow raisin rake ram ramble ranch rapid raven razor red reed reef
reindeer relay rhubarb rhythm ribbon rice ridge ring ripple river road robin rocket rocking roof rook root
rope rose rosemary round rowan ruby rudder rug rung rush rust saddle saffron sage salad salmon salt sand
sandal sapling sapphire sardine satchel satin saucer sauna scallop scarf scarlet school scone scooter
scout sea seal season seaweed seed sequin seven shadow shale shallow sheep shell shelter shepherd sherbet
shield shingle ship shirt shore shovel shrew shrimp shrub shutter silk sill silver siskin six skate skein
sketch ski sky slate sledge sleet sleeve slipper slope sloth smooth snail snipe snow snug soap sock soda
sofa soil solar sonata song soot sorrel soup south spade spaniel spark sparrow spice spider spinach
spindle spiral spire sponge spoon spring sprout spruce square squirrel stable stag stall stamp star
starling station steam steep stem stencil stew stile still stoat stone stool stork storm story stove straw
stream string stripe stroll studio sturdy sugar summer summit sun sunday sunset supper swallow swan
sweater swift swing sycamore syrup table talon tambourine tangerine tango tapestry tarn tart tassel tea
teal teapot temple ten tent terrace thatch thaw thicket thimble thistle thorn thread three thrift throne
thrush thunder ticket tide tiger tile timber tin tinder toast toffee tomato topaz torch tortoise tower
town trail train treacle treasure tree trellis trio trolley trombone trot trout trowel truffle trumpet
trunk tulip tundra tunic tunnel turbine turnip turquoise turret turtle twig twilight twine umber umbrella
upland uplift upper urchin valley vanilla vase vault velvet verse vessel village vine vinegar viola violet
violin visitor volcano voyage waffle wagon waltz walnut walrus warbler warm water wave wax weasel weaver
well west wetland whale wharf wheat wheel whisker whistle white wicker widgeon wild willow wind window
winter wisp wisteria wolf wombat wonder wood wool wren yacht yard yarn yarrow year yellow yew yoghurt
yonder young zebra zenith zigzag zinnia zither
`
  .trim()
  .split(/\s+/);

/** Fifty bits, behind scrypt: more than anybody will try, and still one breath. */
const wordsInAPassphrase = 5;

/** For example "otter lantern june moss gable". */
export function spokenPassphrase(random: Random): string {
  return Array.from({ length: wordsInAPassphrase }, () => words[numberBelow1024(random)]).join(' ');
}

function numberBelow1024(random: Random): number {
  const [high = 0, low = 0] = random.bytes(2);
  return ((high << 8) | low) & 1023;
}

const letters = 'bcdfghjkmnpqrstvwxz';

/** A file name that tells neither who nor when, and spells nothing. */
export function shareFileName(random: Random): string {
  let name = '';
  while (name.length < 4) {
    const [byte = 0] = random.bytes(1);
    // Bytes beyond a whole number of alphabets would make some letters likelier.
    if (byte < 256 - (256 % letters.length)) name += letters[byte % letters.length];
  }
  return `walk-${name}.stringwalk`;
}

/** The list itself, for the test that counts it. */
export const spokenWords: readonly string[] = words;
