package compose

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"plimsoll/report/internal/yaml"
)

// Kind is one kind of document: a file of reports/.
type Kind struct {
	Name       string // of its file, without .md
	PerFactory bool
	Landscape  bool
	Paper      string // a4 or letter; blank = that of the theme
	Folder     string // documents per factory go there
	Public     bool   // it tells, and carries, nothing but what the public may have
	file       string
	text       string // of title and body

	title, body *template.Template
}

// head is what stands between the two lines of dashes at the top of a template.
type head struct {
	Title       string `yaml:"title"`
	Per         string `yaml:"per"`
	Orientation string `yaml:"orientation"`
	Paper       string `yaml:"paper"`
	Folder      string `yaml:"folder"`
	Public      bool   `yaml:"public"`
}

// LoadKinds reads every reports/*.md.
func LoadKinds(templates fs.FS) ([]*Kind, error) {
	names, err := fs.Glob(templates, "reports/*.md")
	if err != nil {
		return nil, err
	}
	var kinds []*Kind
	for _, name := range names {
		if path.Base(name) == "README.md" {
			continue
		}
		kind, err := loadKind(templates, name)
		if err != nil {
			return nil, err
		}
		kinds = append(kinds, kind)
	}
	return kinds, nil
}

func loadKind(templates fs.FS, name string) (*Kind, error) {
	data, err := fs.ReadFile(templates, name)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	front, body, found := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !found || !strings.HasPrefix(text, "---\n") {
		return nil, fmt.Errorf("%s:1: no head (hint: begin with a line ---, then title and per, then a line ---)", name)
	}
	var h head
	lines, err := yaml.NewFile(name, []byte(front), 1)
	if err != nil {
		return nil, err
	}
	if err := lines.Decode(&h); err != nil {
		return nil, err
	}
	k := &Kind{Name: strings.TrimSuffix(path.Base(name), ".md"), PerFactory: h.Per == "factory", Landscape: h.Orientation == "landscape",
		Folder: h.Folder, Public: h.Public, Paper: h.Paper, file: name, text: h.Title + body}
	if k.Folder == "" {
		k.Folder = k.Name + "s"
	}
	if err := h.check(k.Folder); err != nil {
		return nil, lines.Locate(err)
	}
	if err := k.checkPublic(); err != nil {
		return nil, err
	}
	return k, k.parse(h.Title, body, strings.Count(front, "\n")+4)
}

// parse reads title and body, once for all languages; line is that of the file on which the body begins. The head's lines
// are put in front as an empty comment, so that errors name lines of the file.
func (k *Kind) parse(title, body string, line int) (err error) {
	inFront := "{{/*" + strings.Repeat("\n", line-1) + "*/}}"
	if k.body, err = parse(k.file, inFront+markLines(body, line)); err != nil {
		return err
	}
	k.title, err = parse(k.file+" (title)", title)
	return err
}

// AsksFor says that the kind's template may ask for a message: it has its key between quotes, or the group's before a full stop.
func (k *Kind) AsksFor(key string) bool {
	group := key[:strings.LastIndexByte(key, '.')+1]
	return strings.Contains(k.text, `"`+key+`"`) || group != "" && strings.Contains(k.text, `"`+group+`"`)
}

// check refuses what no kind of document can be.
func (h head) check(folder string) error {
	switch {
	case h.Title == "":
		return yaml.Wrong(nil, "the head has no title")
	case h.Per != "factory" && h.Per != "programme":
		return yaml.Wrong(yaml.At("per"), "per is %q (factory or programme)", h.Per)
	case h.Orientation != "" && h.Orientation != "landscape" && h.Orientation != "portrait":
		return yaml.Wrong(yaml.At("orientation"), "orientation is %q (portrait or landscape)", h.Orientation)
	case h.Paper != "" && h.Paper != "a4" && h.Paper != "letter":
		return yaml.Wrong(yaml.At("paper"), "paper is %q (a4 or letter)", h.Paper)
	case strings.ContainsAny(folder, `/\:`) || strings.HasPrefix(folder, "."):
		return yaml.Wrong(yaml.At("folder"), "folder is %q (write the name of one folder; it is made in that of the period)", folder)
	}
	return nil
}

// checkPublic refuses a public kind that is made per factory; what its template may use is the type of its data.
func (k *Kind) checkPublic() error {
	if !k.Public {
		return nil
	}
	if k.PerFactory {
		return fmt.Errorf("%s:1: a public document is made once for the programme (hint: write per: programme)", k.file)
	}
	return nil
}
