// Command proxynet checks, exports, builds and serves the network that an
// article describes, with the passages that say so.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/authoring"
	"proxynet/network/file/lint"
	"proxynet/network/visible"
	"proxynet/viz/layout/edgelist"
	picmetrics "proxynet/viz/metrics"
	"proxynet/web/live"
	"proxynet/web/server"
	"proxynet/web/site"
)

// Exit statuses.
const (
	exitDone  = 0
	exitFault = 1 // what was asked for could not be done, or the files have faults
	exitUsage = 2 // it was not asked for rightly
)

// exits tells the exit statuses.
const exits = `
Exit status:
  0  done; warnings of check count as done, unless --strict
  1  it could not be done, or the files have faults; what to mend is told
  2  the verb or its flags were not written rightly
`

// verb is one thing that the command can do.
type verb struct {
	name string
	help string // one line
	run  func(c *call) int
}

var verbs = []verb{
	{"new", "start a network for an article: new DIR --article FILE", start},
	{"quote", "find words of an article for a passage: quote --article article.txt \"some words\"", quote},
	{"check", "check a network file and its quotes", check},
	{"rename", "give a record another id: rename OLD NEW --network network.yaml", rename},
	{"merge", "make one record of two: merge KEEP OTHER --network network.yaml", merge},
	{"remove", "take records out: remove ID --network network.yaml", remove},
	{"translate", "write what is to be translated: translate --network network.yaml --lang fa", translate},
	{"schema", "print the JSON Schema of the network file, for editors", schema},
	{"import", "make a network of another program's file: import FILE -o network.yaml", importNetwork},
	{"export", "write a network for other programs", export},
	{"build", "write the static site of a network", build},
	{"serve", "show a network in the browser, and follow every save of its file", serve},
	{"layout", "lay out any graph: layout graph.json -o positions.json", lay},
	{"metrics", "judge a picture: metrics picture.svg, or metrics graph.json positions.json", metrics},
}

// call is one run of a verb: its flags, and where it writes. What is for people
// goes through [visible.Writer], so that no file's text can command a terminal.
type call struct {
	flags          *flag.FlagSet
	args           []string
	stdout, stderr io.Writer // for people
	data           io.Writer // standard output for what other programs read, as it is
}

// softMemory is beyond how many bytes garbage is collected more often: an input of
// the largest size that is allowed then takes less than 1 GB.
const softMemory = 700 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	log.SetOutput(visible.NewWriter(os.Stderr)) // of packages such as net/http
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run does what the arguments say and returns the exit status. If standard
// output can't be written, it is never [exitDone].
func run(args []string, stdout, stderr io.Writer) int {
	out := &checked{w: stdout}
	text, errors := visible.NewWriter(out), visible.NewWriter(stderr)
	c := call{args: args, stdout: text, stderr: errors, data: out}
	if isTerminal(stdout) {
		c.data = text
	}
	status := c.run()
	text.Flush()
	errors.Flush()
	if out.err != nil && status == exitDone {
		fmt.Fprintf(errors, "proxynet: standard output: %v\n", out.err)
		return exitFault
	}
	return status
}

// checked is a writer that keeps its first error, which printing passes over.
type checked struct {
	w   io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if err != nil && c.err == nil {
		c.err = err
	}
	return n, err
}

// isTerminal reports whether w may be a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// run runs the verb that the arguments begin with.
func (c *call) run() int {
	args, stdout, stderr := c.args, c.stdout, c.stderr
	if len(args) == 0 {
		usage(stderr)
		return exitUsage
	}
	name := args[0]
	if name == "-h" || name == "-help" || name == "--help" || name == "help" {
		usage(stdout)
		return exitDone
	}
	for _, v := range verbs {
		if v.name == name {
			flags := flag.NewFlagSet(name, flag.ContinueOnError)
			flags.SetOutput(io.Discard) // parse tells it in its own way
			flags.Usage = func() {
				fmt.Fprintf(flags.Output(), "usage: proxynet %s [flags]\n%s\n\n", v.name, v.help)
				flags.PrintDefaults()
				fmt.Fprint(flags.Output(), exits)
			}
			c.flags, c.args = flags, args[1:]
			return v.run(c)
		}
	}
	fmt.Fprintf(stderr, "proxynet: unknown verb %q\n", name)
	usage(stderr)
	return exitUsage
}

func usage(w io.Writer) {
	fmt.Fprint(w, "usage: proxynet VERB [flags]\n\nThe verbs are:\n")
	for _, v := range verbs {
		fmt.Fprintf(w, "  %-9s %s\n", v.name, v.help)
	}
	fmt.Fprint(w, "\n“proxynet VERB -h” tells a verb’s flags.\n", exits)
}

// parse reads the flags of a verb that takes nothing else. Where it returns
// false, the verb ends with the exit status.
func (c *call) parse() (status int, ok bool) {
	_, status, ok = c.parseFiles()
	return status, ok
}

// parseFiles is parse for a verb that takes the files of the given names, before,
// between or after its flags.
func (c *call) parseFiles(names ...string) (files []string, status int, ok bool) {
	err := c.flags.Parse(c.args)
	for err == nil && c.flags.NArg() > 0 && len(files) < len(names) {
		files = append(files, c.flags.Arg(0))
		err = c.flags.Parse(c.flags.Args()[1:])
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		c.flags.SetOutput(c.stdout)
		c.flags.Usage()
		return nil, exitDone, false
	case err != nil:
	case len(files) < len(names):
		err = fmt.Errorf("name the %s", names[len(files)])
	case c.flags.NArg() > 0 && len(names) == 0:
		err = fmt.Errorf("unexpected %q: every file is named by a flag", c.flags.Arg(0))
	case c.flags.NArg() > 0:
		err = fmt.Errorf("unexpected %q", c.flags.Arg(0))
	}
	if err != nil {
		return nil, c.misused(err), false
	}
	return files, exitDone, true
}

// misused reports that the verb was not asked for rightly.
func (c *call) misused(err error) int {
	fmt.Fprintf(c.stderr, "proxynet %s: %v\n“proxynet %[1]s -h” tells its flags.\n", c.flags.Name(), err)
	return exitUsage
}

// end reports how the verb's work ended.
func (c *call) end(err error) int {
	if err != nil {
		fmt.Fprintln(c.stderr, err)
		return exitFault
	}
	return exitDone
}

// articleFlag adds the flag that names the sources' texts.
func (c *call) articleFlag() *[]string {
	var articles []string
	c.flags.Func("article", "the `file` with a source's text, a paragraph a line; for one of several sources, id=file, once for each; without it, what the network's file names as “text”", func(value string) error {
		articles = append(articles, value)
		return nil
	})
	return &articles
}

// networkFlag adds the flag that names the author's file.
func (c *call) networkFlag() *string {
	return c.flags.String("network", "", "the network's `file`; without it, the shipped network")
}

func quote(c *call) int {
	article := c.flags.String("article", "", "the `file` with the article's text, a paragraph a line")
	words, status, ok := c.parseFiles("words, in quotation marks")
	if !ok {
		return status
	}
	if *article == "" {
		return c.misused(errors.New("name the article’s text with --article"))
	}
	passages, err := file.Quote(*article, words[0])
	fmt.Fprint(c.stdout, passages)
	return c.end(err)
}

func schema(c *call) int {
	translation := c.flags.Bool("translation", false, "print that of a translation's file")
	out := c.outFlag()
	if status, ok := c.parse(); !ok {
		return status
	}
	if *translation {
		return c.end(out.write(c, file.TranslationSchema))
	}
	return c.end(out.write(c, file.Schema))
}

func check(c *call) int {
	path, articles := c.networkFlag(), c.articleFlag()
	format := c.flags.String("format", "text", "the `format` of what is found: "+strings.Join(lint.Formats, ", "))
	strict := c.flags.Bool("strict", false, "let warnings fail too")
	fix := c.flags.Bool("fix", false, "first write what can be computed: paragraphs, prefixes, the article's quotation marks, dates as EDTF")
	dryRun := c.flags.Bool("dry-run", false, "with --fix: show what would change, and change nothing")
	if status, ok := c.parse(); !ok {
		return status
	}
	if !slices.Contains(lint.Formats, *format) {
		return c.misused(fmt.Errorf("unknown format %q: write one of %s", *format, strings.Join(lint.Formats, ", ")))
	}
	if *fix {
		if err := authoring.Fix(authoring.Options{Network: *path, DryRun: *dryRun, Out: c.stderr}, *articles...); err != nil {
			return c.end(err)
		}
	}
	r, err := lint.Run(*path, *articles...)
	if err != nil {
		return c.misused(err)
	}
	if err := r.Write(c.stdout, *format); err != nil {
		return c.end(err)
	}
	if r.Count(lint.Error) > 0 || *strict && r.Count(lint.Warning) > 0 {
		return exitFault
	}
	return exitDone
}

// output is where a verb puts what it makes.
type output struct {
	path  string // of the file; "": standard output
	force bool   // replace the file
}

// outFlag adds the flags that say where to put what a verb makes.
func (c *call) outFlag() *output {
	o := new(output)
	c.flags.StringVar(&o.path, "o", "", "the `file` to write; without it, standard output")
	c.flags.BoolVar(&o.force, "force", false, "replace the file if it is there")
	return o
}

func (o *output) write(c *call, data []byte) error {
	if o.path == "" {
		_, err := c.data.Write(data)
		return err
	}
	return file.WriteNew(o.path, data, o.force)
}

func build(c *call) int {
	path, articles := c.networkFlag(), c.articleFlag()
	c.flags.Lookup("network").Usage = "the network's `file`, or a folder of networks; without it, the shipped network"
	out := c.flags.String("o", "", "the `folder` to write, or the file with --single-file")
	force := c.flags.Bool("force", false, "replace the site that is in that folder, or the file")
	single := c.flags.Bool("single-file", false, "write one HTML file that holds everything and opens from a disk")
	title := c.flags.String("title", "", "the `title` of a folder of networks; without it, the folder's name")
	address := c.flags.String("address", "", "the `address` at which it will stand, such as https://example.org/network/, for oEmbed and link cards")
	lang := c.flags.String("lang", "", "with --single-file: the `language` of the page; without it, the network's own")
	draft := c.flags.Bool("draft", false, "leave it to readers’ browsers to lay out large networks, so that building is quick")
	if status, ok := c.parse(); !ok {
		return status
	}
	if *out == "" {
		return c.misused(errors.New("name the folder or file to write with -o"))
	}
	if *lang != "" && !*single {
		return c.misused(errors.New("--lang is for --single-file; a site has a page in every language"))
	}
	o := site.Options{Out: *out, Force: *force, Address: *address, Demo: *path == "", Draft: *draft, Publish: true, Warn: warner(c.stderr)}
	var err error
	var memory *file.Memory // of the articles that it is built with
	if info, absent := os.Stat(*path); absent == nil && info.IsDir() {
		if len(*articles) > 0 {
			return c.misused(errors.New("--article is for one network; in a folder, each network’s file names its sources’ texts"))
		}
		if *single {
			return c.misused(errors.New("--single-file holds one network; name its file with --network"))
		}
		o.Title = cmp.Or(*title, filepath.Base(*path))
		o.Networks, err = file.LoadFolder(*path)
	} else {
		var n *network.Network
		n, err = file.LoadProved(*path, *articles...)
		o.Networks = []*network.Network{n}
		if err == nil && *path != "" {
			memory, err = file.NewMemory(*path, *articles...)
			err = cmp.Or(err, lint.WriteRevised(c.stderr, *path, *articles...))
		}
	}
	if err != nil {
		return c.end(err)
	}
	err = untilInterrupted(func(ctx context.Context) error { return c.build(ctx, o, *single, *lang) })
	if err == nil && memory != nil {
		if failed := memory.Save(); failed != nil {
			fmt.Fprintf(c.stderr, "“check” can’t tell later what changed in the article: %v\n", failed)
		}
	}
	return c.end(err)
}

// build writes the site, or the single file, that the options say.
func (c *call) build(ctx context.Context, o site.Options, single bool, lang string) error {
	if single {
		size, err := site.Single(ctx, site.SingleOptions{Network: o.Networks[0], Lang: lang, Out: o.Out, Force: o.Force, Warn: o.Warn})
		if err == nil {
			fmt.Fprintf(c.stdout, "%s: “%s” in one file of %.1f MB; it opens from a disk\n", o.Out, o.Networks[0].Title, float64(size)/1e6)
		}
		return err
	}
	err := site.Build(ctx, o)
	if err == nil {
		fmt.Fprintf(c.stdout, "%s: the site of “%s”; any static host can serve it\n", o.Out, cmp.Or(o.Title, o.Networks[0].Title))
	}
	return err
}

func serve(c *call) int {
	path, articles := c.networkFlag(), c.articleFlag()
	addr := c.flags.String("addr", "127.0.0.1:8080", "the `address` to listen on; port 0 is any free one")
	dir := c.flags.String("site", "", "a `folder` written by build to serve, instead of building")
	var embedders []string
	c.flags.Func("embed-in", "with --network: an `origin` whose pages may embed the network, such as http://localhost:3000; once for each. Pages of other origins can't read it", func(origin string) error {
		embedders = append(embedders, origin)
		return server.CheckOrigin(origin)
	})
	if status, ok := c.parse(); !ok {
		return status
	}
	if *path == "" && len(*articles) > 0 {
		return c.misused(errors.New("--article is for a network of your own; name its file with --network"))
	}
	if *path == "" && len(embedders) > 0 {
		return c.misused(errors.New("--embed-in is for a network of your own; the shipped one and a built site may be embedded anywhere"))
	}
	if *path != "" && *dir != "" {
		return c.misused(errors.New("--site is a site already: name no --network"))
	}
	err := untilInterrupted(func(ctx context.Context) error {
		if *path == "" {
			return serveSite(ctx, *dir, *addr, c.stdout)
		}
		fmt.Fprintln(c.stdout, building)
		return live.Serve(ctx, live.Options{Network: *path, Articles: *articles, Address: *addr, EmbedIn: embedders, Log: c.stdout, Warn: warner(c.stdout)})
	})
	if errors.Is(err, errInterrupted) || errors.Is(err, context.Canceled) {
		err = nil // which is how it ends
	}
	return c.end(err)
}

const building = "Building. The first time takes a minute or two."

// serveSite serves the site at dir, or that of the shipped network, which it
// builds in memory.
func serveSite(ctx context.Context, dir, addr string, stdout io.Writer) error {
	h, err := siteHandler(ctx, dir, stdout)
	if err != nil {
		return err
	}
	return server.Serve(ctx, addr, h, func(url string) {
		fmt.Fprintf(stdout, "Open %s in a browser. Ctrl-C ends it.\n", url)
	})
}

func siteHandler(ctx context.Context, dir string, stdout io.Writer) (http.Handler, error) {
	if dir != "" {
		return server.New(os.DirFS(dir))
	}
	n, err := file.Shipped()
	if err != nil {
		return nil, err
	}
	fmt.Fprintln(stdout, building)
	files, err := site.Files(ctx, site.Options{Networks: []*network.Network{n}, Demo: true, Warn: warner(stdout)})
	if err != nil {
		return nil, err
	}
	return server.Of(files)
}

// warner returns a function that writes a line.
func warner(w io.Writer) func(string) { return func(message string) { fmt.Fprintln(w, message) } }

// errInterrupted ends work that the user has interrupted.
var errInterrupted = errors.New("interrupted")

// untilInterrupted returns what work returns. Its context ends when the user asks
// the program to end (SIGINT or SIGTERM); if work goes on after that, such as a
// long check, untilInterrupted leaves it behind and returns errInterrupted.
func untilInterrupted(work func(ctx context.Context) error) error {
	const patience = 1500 * time.Millisecond
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- work(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		return errInterrupted
	}
}

func lay(c *call) int {
	out := c.outFlag()
	files, status, ok := c.parseFiles("graph’s file")
	if !ok {
		return status
	}
	graph, err := readGraphs(files)
	if err != nil {
		return c.end(err)
	}
	data, err := edgelist.Lay(graph[0])
	if err != nil {
		return c.end(err)
	}
	return c.end(out.write(c, data))
}

func metrics(c *call) int {
	if len(c.args) > 0 && strings.HasSuffix(c.args[0], ".svg") {
		return measure(c)
	}
	files, status, ok := c.parseFiles("graph’s file", "positions’ file")
	if !ok {
		return status
	}
	both, err := readGraphs(files)
	if err != nil {
		return c.end(err)
	}
	return c.end(edgelist.Judge(c.stdout, both[0], both[1]))
}

// readGraphs reads the files of layout and metrics.
func readGraphs(paths []string) ([]edgelist.File, error) {
	const most = 64 << 20 // bytes
	var files []edgelist.File
	for _, path := range paths {
		data, err := file.ReadRegular(path, most)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		files = append(files, edgelist.File{Name: path, Data: data})
	}
	return files, nil
}

// measure measures the picture in an SVG file.
func measure(c *call) int {
	scale := c.flags.Float64("scale", 1, "how many pixels a unit of the viewBox has where the picture is shown")
	files, status, ok := c.parseFiles("picture’s file")
	if !ok {
		return status
	}
	svg, err := os.ReadFile(files[0])
	if err != nil {
		return c.end(err)
	}
	p, err := picmetrics.Read(svg)
	if err != nil {
		return c.end(fmt.Errorf("%s: %w", files[0], err))
	}
	m := picmetrics.Measure(p, picmetrics.Options{Scale: *scale})
	return c.end(m.Print(c.stdout))
}
