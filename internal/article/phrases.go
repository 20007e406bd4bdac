package article

import "strings"

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
		"load more", "show more", "view all", "see all",
	}},
	{Subscription, true, []string{
		"sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe for", "get our newsletter", "get the newsletter",
		"join our newsletter", "already a subscriber", "become a member", "support our journalism", "start your free trial",
		"thank you for reading", "you have reached your limit", "to continue reading", "this article is for subscribers",
		"download our app", "enter your email",
	}},
	{Comments, false, []string{
		"comments", "leave a comment", "leave a reply", "post a comment", "join the conversation", "add a comment",
		"view comments", "show comments", "write a comment", "no comments yet", "be the first to comment",
	}},
	{Caption, true, []string{
		"photo by", "photograph by", "image credit", "image source", "image caption", "file photo", "media caption", "getty images",
	}},
}

// labels stand before a colon at the start of a caption.
var labels = set("photo photograph photos image picture credit credits")

// cueLength is how long a line may be, in words, to start with a cue.
const cueLength = 24

// cue returns why a line would leave as a fixed phrase, or the empty string if
// it is none. Running text may start like a caption or a link: "Image
// recognition decides who may enter the building."
func (l *line) cue() Reason {
	if label, _, ok := strings.Cut(l.text, ":"); ok && labels[strings.ToLower(label)] {
		return Caption
	}
	for _, c := range cues {
		for _, phrase := range c.phrases {
			if l.key == phrase {
				return c.reason
			}
			if c.prefix && (c.reason == Subscription || !l.prose()) &&
				strings.HasPrefix(l.key, phrase+" ") && l.words <= cueLength {
				return c.reason
			}
		}
	}
	return ""
}

func set(list string) map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.Fields(list) {
		words[word] = true
	}
	return words
}

var (
	bylineWords    = set("by written reporting words story from")
	bylineStops    = set("published updated posted modified last on at edited staff am pm gmt est edt utc bst monday tuesday wednesday thursday friday saturday sunday")
	copyrightWords = set("copyright c the by")
	copyrightStops = set("all rights reserved inc ltd llc limited corporation and its is may not")
)
