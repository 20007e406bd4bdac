package article

import (
	"strings"
	"sync"

	"rubricator/internal/token"
)

// cues are the fixed phrases with which news sites introduce what is not the
// article. A cue is a whole line or, with prefix, the start of a short one.
var cues = []struct {
	reason  Reason
	prefix  bool // more may follow on the line
	phrases []string
}{
	{Related, false, []string{
		"guess you like", "you may like", "you might like", "you may also like", "you might also like", "you may also be interested in",
		"recommended", "recommended for you", "recommended reading", "recommended stories", "related", "related articles",
		"related stories", "related topics", "related news", "related content", "related posts", "related coverage", "related links",
		"more stories", "more news", "more on this story", "more on this topic", "most read", "most popular", "most viewed",
		"trending", "trending now", "trending stories", "top stories", "latest news", "latest stories", "also read", "read next",
		"read also", "up next", "editors picks", "editor's picks", "editors' picks", "don't miss", "what to read next", "in case you missed it",
		"popular now", "popular stories", "further reading", "see also", "sponsored content", "from around the web", "around the web",
	}},
	{Related, true, []string{"read more", "more from", "also read", "see also", "watch live", "watch now", "related article", "recommended story"}},
	{Navigation, false, []string{
		"home", "menu", "search", "log in", "login", "sign in", "sign up", "register", "subscribe", "skip to content",
		"skip to main content", "share", "share this", "share this article", "share this story", "print", "email", "save",
		"facebook", "twitter", "whatsapp", "linkedin", "copy link", "advertisement", "back to top", "contact us", "about us",
		"privacy policy", "terms of use", "terms of service", "terms and conditions", "cookie policy", "cookie settings",
		"listen to this article", "add as preferred source", "follow us", "tags", "topics", "previous article", "next article",
		"load more", "show more", "accept all", "accept cookies", "reject all", "manage settings", "manage cookies", "view all", "see all", "continue reading the main story", "advertising", "sponsored",
		"promoted links", "sponsored links", "learn more", "tweet", "pin it", "follow",
	}},
	{Navigation, true, []string{"share on", "share by", "share via", "click to share", "click to email", "skip to", "jump to", "previous post", "next post"}},
	{Subscription, true, []string{
		"sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe for", "get our newsletter", "get the newsletter",
		"join our newsletter", "already a subscriber", "become a member", "support our journalism", "start your free trial",
		"thank you for reading", "you have reached your limit", "to continue reading", "this article is for subscribers",
		"download our app", "enter your email",
	}},
	{Boilerplate, true, []string{
		"we use cookies", "we and our partners", "this site uses cookies", "this website uses cookies", "our site uses cookies",
		"by clicking accept", "by continuing to use", "by using this site", "your privacy choices",
	}},
	{Comments, false, []string{
		"comments", "leave a comment", "leave a reply", "post a comment", "post your comment", "your comment",
		"submit comment", "join the conversation", "join the discussion", "add a comment", "add your comment", "view comments",
		"view all comments", "show comments", "read comments", "hide comments", "write a comment", "no comments yet",
		"be the first to comment", "there are comments", "comments are closed", "comments so far", "report abuse",
	}},
	{Comments, true, []string{
		"comments on", "thoughts on", "responses to", "comments click to view", "your email address will not be published",
		"notify me of", "please log in to comment", "sign in to comment", "log in to comment",
	}},
	{Caption, true, []string{
		"photo by", "photograph by", "photo credit", "image credit", "image source", "image caption", "file photo", "media caption",
		"getty images",
	}},
}

// labels stand before a colon at the start of a caption.
var labels = token.NewSet("photo photograph photos image picture credit credits")

const longestLabel = len("photograph")

// longestCue is how long any line with a cue is, in words.
const longestCue = 60

// cueLength is how long a line may be, in words, to start with a cue.
const cueLength = 24

// longestPhrase is how many words a cue that is a whole line has at most.
const longestPhrase = 10

// cue returns why a line would leave as a fixed phrase, or the empty string if
// it is none. Running text may start like a caption or a link: "Image
// recognition decides who may enter the building."
func (l *line) cue() Reason {
	if l.words > longestCue {
		return ""
	}
	if l.credited() {
		return Caption
	}
	if label, _, ok := strings.Cut(l.text[:min(len(l.text), longestLabel+1)], ":"); ok && labels.Has(strings.ToLower(label)) {
		return Caption
	}
	if !l.isKeyed() {
		return ""
	}
	key := l.bare // "13 comments"
	c := cuesByWord()
	if reason, ok := c.whole[key]; ok {
		return reason
	}
	if l.words > cueLength {
		return ""
	}
	word, _, _ := strings.Cut(key, " ")
	for _, p := range c.starts[word] {
		if (p.reason == Subscription || p.reason == Boilerplate || !l.prose()) && len(key) > len(p.phrase) && key[len(p.phrase)] == ' ' && strings.HasPrefix(key, p.phrase) {
			return p.reason
		}
	}
	return ""
}

// A start is a phrase that a line may start with, and why it would leave then.
type start struct {
	phrase string
	reason Reason
}

// cuesByWord are the cues by what a line must say, and by their first word.
var cuesByWord = sync.OnceValue(func() (c struct {
	whole  map[string]Reason
	starts map[string][]start
}) {
	c.whole, c.starts = map[string]Reason{}, map[string][]start{}
	for _, group := range cues {
		for _, phrase := range group.phrases {
			if _, ok := c.whole[phrase]; !ok {
				c.whole[phrase] = group.reason
			}
			if group.prefix {
				word, _, _ := strings.Cut(phrase, " ")
				c.starts[word] = append(c.starts[word], start{phrase, group.reason})
			}
		}
	}
	return c
})

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// appendWithoutDigits appends a key without its digits, and without the words
// that were nothing else.
func appendWithoutDigits(bare, key []byte) []byte {
	start := len(bare)
	for _, c := range key {
		if !isDigit(c) && (c != ' ' || len(bare) > start && bare[len(bare)-1] != ' ') {
			bare = append(bare, c)
		}
	}
	if len(bare) > start && bare[len(bare)-1] == ' ' {
		bare = bare[:len(bare)-1]
	}
	return bare
}

// credits stand before the owner's name at the end of a caption.
var credits = []string{"Credit: ", "Credit ", "Photo: ", "Photograph: ", "Picture: ", "Image: ", "Photo by ", "Photograph by ", "(AP Photo/", "/Getty Images", "via Getty Images"}

// credited says whether a line ends in the credit of a photograph.
func (l *line) credited() bool {
	const owner = 60 // bytes; the longest name of agency and photographer
	if l.sentence || l.words > 60 {
		return false
	}
	end := l.text[max(0, len(l.text)-owner):]
	for _, credit := range credits {
		if strings.Contains(end, credit) {
			return true
		}
	}
	return false
}

var (
	bylineWords    = token.NewSet("by written reporting words story from")
	bylineStops    = token.NewSet("published updated posted modified last on at edited staff am pm gmt est edt utc bst monday tuesday wednesday thursday friday saturday sunday")
	copyrightWords = token.NewSet("copyright c the by")
	copyrightStops = token.NewSet("all rights reserved inc ltd llc limited corporation and its is may not")
)
