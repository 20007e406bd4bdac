package language

import "rubricator/internal/token"

// english are the English function words: articles, pronouns, prepositions,
// conjunctions, auxiliaries, common adverbs and the verbs of reporting.
const english = `
a an the this that these those such same another other each every either neither both all any some no none
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself
it its itself they them their theirs themselves who whom whose which what whatever whoever
and or but nor so yet if then else than because although though while whereas unless until till since once
whether when whenever where wherever why how as like
of in on at by for with about against between among amid into onto through throughout during before after above
below to from up down out off over under again further toward towards upon within without across along around
behind beyond beside besides despite except near per via versus inside outside
am is are was were be been being have has had having do does did doing done will would shall should can could
may might must ought cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't
wouldn't couldn't shouldn't i'm you're we're they're it's he's she's that's there's i've we've they've i'll he'll
there here now just also only even still already too very much many more most less least few several enough
own not never ever always often sometimes perhaps maybe rather quite almost nearly however therefore thus
instead meanwhile moreover later earlier ago soon recently today yesterday tomorrow
say says said saying tell tells told according add adds added ask asked
get gets got getting go goes going gone went make makes made making take takes took taken taking come comes came
coming give gives gave given put let see seen saw know known knew think thought want wants wanted use used using
one two three four five six seven eight nine ten first second third last next new old good great big
year years month months week weeks day days time times people man men woman women way thing things mr mrs ms dr
monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december
back well long far part lot kind end per cent percent
`

// others are the most frequent function words of other languages, enough to
// tell them apart from English and from each other.
var others = []struct {
	tag   string
	words string
}{
	{"de", "der die das und ist nicht ein eine einer eines mit von den dem des zu auf für im sich auch als bei nach wird werden hat dass sie er wir aus um über sind war oder"},
	{"fr", "le la les des et est un une du dans que qui pour pas sur avec au aux ce cette il elle ils nous vous par plus sont ont été mais ou leur ses comme l'on d'un d'une c'est n'est qu'il"},
	{"es", "el la los las de y en que es un una por con para no se del al lo su sus como más pero fue ha son está este esta también entre sobre cuando"},
	{"it", "il lo la gli le di e è un una che non per con del della dei delle nel nella si sono da al alla ha anche come più ma questo questa dal"},
	{"pt", "o os as de e em que é um uma por com para não se do da dos das no na nos nas ao sua seu como mais mas foi são também pelo pela entre"},
	{"nl", "de het een en van is niet dat op te in voor met zijn die er aan ook als door naar bij wordt werd heeft hebben maar uit deze over of nog"},
	{"sv", "och att det som en ett är av för på med den till inte har om de var jag han hon vi från kan men så eller när också under efter"},
	{"nb", "og det er en et av på for med som til ikke har den at de om var han hun vi fra kan men så eller når også etter ble blir være sin"},
	{"da", "og det er en et af på for med som til ikke har den at de om var han hun vi fra kan men så eller når også efter blev bliver være sin"},
	{"pl", "i w na z do nie się że jest to o jak po od za przez dla są był oraz ale co przy już tym jego który która które"},
	{"hu", "a az és hogy nem is egy van volt meg csak de ez azt már még mint el ki vagy lehet kell amely amikor után között minden ezek"},
	{"ru", "и в не на что с по как это он к из у за от но о для то же все был его так или было они при также который"},
	{"uk", "і в не на що з як це він до та у за від але для то його так або було вони при також який є про"},
	{"tr", "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra ancak en ne o ama değil var yok ise her"},
}

// StopWords are the English function words and the words that every news text
// has.
var StopWords = token.NewSet(english)

// Common are the words of ordinary English rather than names or rare words:
// texts write them in lower case.
var Common = token.NewStemSet(commonStems)
