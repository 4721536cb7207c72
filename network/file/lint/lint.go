package lint

import (
	"cmp"
	"slices"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/review"
	"proxynet/network/message"
)

// Rule is one check.
type Rule struct {
	Name  string
	Level Level
	Help  string          // what it finds
	find  func(s *search) // nil: package file finds it
}

// Level is the severity of a finding.
type Level string

const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Rules lists every rule.
var Rules = []Rule{
	{file.RuleFile, Error, "the file breaks its format, or names an unknown id", nil},
	{file.RuleUnfinished, Error, "the network lacks what it needs to be published", nil},
	{file.RuleArticle, Error, "the text of a source cannot be read", nil},
	{file.RuleMisquote, Error, "a quote is not in its source verbatim", nil},
	{file.RuleAmbiguous, Error, "a quote, with its prefix and suffix, is in its source more than once", nil},

	{"unsourced", Error, "the network is unsourced, and can’t pass as evidence", unsourced},
	{review.RuleUnsigned, Error, "nobody has signed a claim (with --reviewed)", nil},
	{review.RuleStale, Error, "a claim has changed since it was signed (with --reviewed)", nil},

	{file.RuleParagraph, Warning, "a quote is in another paragraph than its passage says", movedPassage},
	{"long-quote", Warning, "a quote is longer than a clause or sentence", longQuote},
	{"needless-context", Warning, "a quote is singled out without its prefix or suffix", needlessContext},
	{"uncited-name", Warning, "a paragraph names a node, and no passage cites that paragraph", uncitedName},
	{"changed-sentence", Warning, "a sentence of the article was changed or removed since the last build", changedSentence},
	{"new-sentence", Warning, "a sentence is new in the article since the last build, names a node, and is not quoted by any passage", newSentence},
	{"no-relation", Warning, "a node is in no relation and in no event", noRelation},
	{"uncited-relation", Warning, "no passage supports a relation of a network that has passages", uncitedRelation},
	{"silent-speaker", Warning, "a speaker says nothing and passes nothing on", silentSpeaker},
	{"duplicate-name", Warning, "two nodes have the same name, or almost", duplicateName},
	{"duplicate-relation", Warning, "two relations say the same", duplicateRelation},
	{"command-cycle", Warning, "nodes command each other in a circle", commandCycle},
	{"impossible-period", Warning, "a date contradicts another", impossiblePeriod},
	{"hedged-claim", Warning, "a claim is stated, and its passage hedges it, denies it or passes it on", hedgedClaim},
	{"strong-verb", Warning, "a relation's verb accuses by a word that no passage of it has", strongVerb},
	{"verb-form", Warning, "a relation’s verb begins or ends like a sentence", verbForm},
	{"accusation", Warning, "a name or summary accuses, and no passage says so outright", accusation},
	{"bare-quote", Warning, "a quote that a claim rests on says nothing", bareQuote},
	{"denial-left-out", Warning, "a paragraph that a claim cites has a denial that no claim cites", denialLeftOut},
	{"unnamed-end", Warning, "no paragraph that a relation cites names one of its ends", unnamedEnd},
	{"date-words", Warning, "a date lacks the words of the source that give it", dateWords},
	{"cut-text", Warning, "a # cuts a text short", cutText},
	{"untranslated", Warning, "a translation lacks a text of the network", untranslated},
	{"older-translation", Warning, "the original of a translation has changed", olderTranslation},
	{"stale-accept", Warning, "an accepted warning no longer occurs", nil},
}

// Finding is one violation of a rule.
type Finding struct {
	file.Diagnostic
	Level Level
}

// Result holds the findings in a network.
type Result struct {
	Name     string          // of the network's file
	Document *file.Document  // nil where the file could not be read
	Findings []Finding       // by file, then by line
	Coverage []file.Coverage // of the sources whose texts were found
	Accepted int             // warnings that the author accepts

	used      map[int]bool // by index in what the author accepts
	wordsOnce map[int]bool // by the same indices: whether the words occur in one paragraph only
}

// Count returns the number of findings with a level.
func (r *Result) Count(level Level) int {
	n := 0
	for _, f := range r.Findings {
		if f.Level == level {
			n++
		}
	}
	return n
}

// Hides reports whether the finding keeps the network from being shown: every error
// does, except that it is unsourced, which the page states.
func (f Finding) Hides() bool { return f.Level == Error && f.Rule != "unsourced" }

// Showable reports whether the network can be shown.
func (r *Result) Showable() bool {
	return r.Document != nil && !slices.ContainsFunc(r.Findings, Finding.Hides)
}

// Run checks the network at path, "" for the shipped one, against the texts that its
// file and articles name; see [file.Document.ArticlePaths]. An error is not a finding:
// the name on the command line is wrong.
func Run(path string, articles ...string) (*Result, error) {
	d, err := file.OpenDraft(path)
	if err != nil {
		return broken(cmp.Or(path, "the shipped network"), err)
	}
	texts, err := d.OpenArticles(articles...)
	if err != nil {
		return broken(d.Name, err)
	}
	if path != "" {
		d.Recall()
	}
	return Check(d, texts), nil
}

// broken is the result for a network that can't be read: its diagnostics.
func broken(name string, err error) (*Result, error) {
	diagnostics := file.AsDiagnostics(err)
	if diagnostics == nil {
		return nil, err
	}
	r := &Result{Name: name}
	for _, f := range diagnostics {
		r.Findings = append(r.Findings, Finding{f, Error})
	}
	return r, nil
}

// Check checks a document against the given texts of its sources.
func Check(d *file.Document, articles file.Articles) *Result {
	return new(Checker).Check(d, articles)
}

// Checker checks a network again and again while it changes. What it finds is the same as
// what [Check] finds; it keeps what it has learned about texts that stay. It isn't safe
// for concurrent use.
type Checker struct{ memory memory }

// Check checks a document with the texts of its sources that are there.
func (c *Checker) Check(d *file.Document, articles file.Articles) *Result {
	defer c.memory.age()
	r := &Result{Name: d.Name, Document: d, used: make(map[int]bool)}
	coverage, diagnostics := d.CheckQuotes(articles)
	r.Coverage = coverage
	for _, f := range d.Lacks {
		r.Findings = append(r.Findings, Finding{f, Error})
	}
	for _, f := range diagnostics {
		r.Findings = append(r.Findings, Finding{f, Error})
	}
	r.readWords(d, articles)
	s := &search{reader: reader{&lookup{Document: d, n: d.Network, articles: articles, coverage: coverage, memory: &c.memory}}}
	for _, rule := range Rules {
		if rule.find == nil {
			continue
		}
		s.rule, s.found = rule.Name, nil
		rule.find(s)
		found := s.found
		if rule.Level == Warning {
			found = r.accept(found, d)
		}
		r.add(rule, found)
	}
	r.stale(d)
	r.sort()
	return r
}

func (r *Result) sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Level, b.Level))
	})
}

// mostListed is the maximum number of findings listed for a rule; the rest is counted.
const mostListed = 100

// add adds the findings of a rule.
func (r *Result) add(rule Rule, found file.Diagnostics) {
	more := len(found) - mostListed
	if more > 0 {
		found = append(found[:mostListed:mostListed], file.Diagnostic{
			File: found[0].File, Rule: rule.Name, Problem: message.New("%d more of the kind", more), Fix: message.New("fix those that are listed first"),
		})
	}
	for _, f := range found {
		r.Findings = append(r.Findings, Finding{f, rule.Level})
	}
}

func isWarning(name string) bool {
	return slices.ContainsFunc(Rules, func(r Rule) bool { return r.Name == name && r.Level == Warning })
}

// lookup indexes a network and its articles.
type lookup struct {
	*file.Document
	*memory
	n        *network.Network
	articles file.Articles
	coverage []file.Coverage
	index    *network.Index             // see passages
	places   map[string]int             // see place
	named    *naming                    // see naming
	revised  map[string][]file.Revision // by source; see revisions
}

// reader interprets words of the articles in context: names, hedges, accusations, and
// the words that govern a quote.
type reader struct{ *lookup }

// search is a run of the rules over a network: their input, and what they have
// found.
type search struct {
	reader
	rule  string // the one that is running
	found file.Diagnostics
}

// warn adds a finding about the record with an id.
func (s *search) warn(id string, problem, fix message.Message) {
	s.warnAt(s.Name, s.Line(id), id, problem, fix)
}

func (s *search) warnAt(name string, line int, id string, problem, fix message.Message) {
	s.found = append(s.found, file.Diagnostic{File: name, Line: line, ID: id, Rule: s.rule, Problem: problem, Fix: fix})
}
