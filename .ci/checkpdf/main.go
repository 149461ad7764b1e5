// Command checkpdf looks at finished documents with poppler's eyes: number of pages, embedded fonts, expected words, and
// whether the words that text extraction finds are really drawn, which it cannot see by itself.
package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/templates"
)

// mostPages of a scorecard in English; another language, or a second one, may need one more.
const mostPages = 3

// resolution of the pages that are looked at, in pixels an inch.
const resolution = 100

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: checkpdf OUT/PERIOD")
		os.Exit(2)
	}
	files, _ := filepath.Glob(filepath.Join(os.Args[1], "scorecards", "*.pdf"))
	if len(files) == 0 {
		fail("there is no scorecard in %s", os.Args[1])
	}
	words := 0
	for _, file := range files {
		checkPages(file)
		checkFonts(file)
		checkWords(file)
		words += checkDrawn(file)
	}
	programme, _ := filepath.Glob(filepath.Join(os.Args[1], "*.pdf"))
	if len(programme) == 0 {
		fail("there is no document of the programme in %s", os.Args[1])
	}
	for _, file := range programme {
		checkFonts(file)
		words += checkDrawn(file)
	}
	files = append(files, programme...)
	fmt.Printf("%d documents, %d words drawn where they are said to be\n", len(files), words)
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

func run(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		fail("%s %v: %v", name, args, err)
	}
	return string(out)
}

func checkPages(file string) {
	for line := range strings.Lines(run("pdfinfo", file)) {
		if name, value, _ := strings.Cut(line, ":"); name == "Pages" {
			if n, _ := strconv.Atoi(strings.TrimSpace(value)); n < 2 || n > mostPages+1 || n > mostPages && strings.HasSuffix(file, ".en.pdf") && !strings.Contains(file, "+") {
				fail("%s has %d pages", file, n)
			}
			return
		}
	}
	fail("%s: pdfinfo names no pages", file)
}

// checkFonts holds every font to being embedded, cut and mapped to Unicode.
func checkFonts(file string) {
	lines := strings.Split(strings.TrimSpace(run("pdffonts", file)), "\n")
	if len(lines) < 3 {
		fail("%s has no fonts", file)
	}
	for _, line := range lines[2:] {
		if strings.Count(line, " yes") < 3 {
			fail("%s: a font is not embedded, cut and mapped: %s", file, line)
		}
	}
}

// checkWords looks for what every scorecard says in its language, and for its factory's own name. Text that was broken into
// lines comes without its spaces.
func checkWords(file string) {
	text := squeezed(run("pdftotext", "-layout", file, "-"))
	id, rest, _ := strings.Cut(filepath.Base(file), ".")
	lang, second, _ := strings.Cut(strings.TrimSuffix(rest, ".pdf"), "+")
	own := map[string]string{"CN-01": "美华鞋业有限公司", "CN-02": "兰溪第二制鞋有限公司", "VN-01": "Công ty TNHH"}
	expected := append(headings(lang), []string{id}, []string{own[id]})
	if second != "" {
		expected = append(expected, headings(second)...)
	}
	said := func(word string) bool { return strings.Contains(text, squeezed(word)) }
	for _, either := range expected {
		if !slices.ContainsFunc(either, said) {
			fail("%s does not say %q", file, either)
		}
	}
	if at := strings.IndexAny(text, "□\ufffd"); at >= 0 {
		fail("%s: a character was lost near %q", file, text[max(0, at-20):min(len(text), at+20)])
	}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// headings are those of a scorecard; of several together it has one, as it has to say what the law asks or not.
func headings(lang string) [][]string {
	std, err := standard.Load(templates.Files)
	if err != nil {
		fail("%v", err)
		return nil
	}
	words, err := language.Open(std).Words(lang)
	if err != nil {
		fail("%v", err)
		return nil
	}
	var out [][]string
	for _, keys := range [][]string{{"attention.title", "attention.after", "card.law"}, {"improved.title"}, {"figures.title"},
		{"findings.title"}, {"quality.title"}, {"limits.title"}, {"read.title"}, {"people.title"}} {
		var either []string
		for _, key := range keys {
			if !words.Has(key) {
				fail("%s has no word %q", lang, key)
			}
			either = append(either, words.Word(key).String())
		}
		out = append(out, either)
	}
	return out
}

// page is what pdftotext -bbox says of a page.
type page struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []struct {
		XMin float64 `xml:"xMin,attr"`
		YMin float64 `xml:"yMin,attr"`
		XMax float64 `xml:"xMax,attr"`
		YMax float64 `xml:"yMax,attr"`
		Text string  `xml:",chardata"`
	} `xml:"word"`
}

// checkDrawn renders the first page and looks for ink where each word stands.
func checkDrawn(file string) int {
	var doc struct {
		Pages []page `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(strings.NewReader(run("pdftotext", "-bbox", "-f", "1", "-l", "1", file, "-")))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	if err := d.Decode(&doc); err != nil || len(doc.Pages) != 1 {
		fail("%s: pdftotext -bbox: %v", file, err)
	}
	picture, err := png.Decode(bytes.NewReader([]byte(run("pdftoppm", "-png", "-r", strconv.Itoa(resolution), "-f", "1", "-l", "1", file))))
	if err != nil {
		fail("%s: %v", file, err)
	}
	drawn := 0
	for _, w := range doc.Pages[0].Words {
		if strings.Trim(w.Text, ".,·–−-") == "" {
			continue
		}
		box := image.Rect(pixel(w.XMin), pixel(w.YMin), pixel(w.XMax)+1, pixel(w.YMax)+1)
		if !hasInk(picture, box) {
			fail("%s: the word %q is not drawn at %v", file, w.Text, box)
		}
		drawn++
	}
	if drawn < 60 { // a cover in Chinese has few, long words
		fail("%s: the first page holds only %d words", file, drawn)
	}
	return drawn
}

func pixel(points float64) int { return int(points * resolution / 72) }

// hasInk says whether a part of a picture holds both dark and light.
func hasInk(picture image.Image, box image.Rectangle) bool {
	darkest, lightest := uint32(0xffff), uint32(0)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			grey := (r + g + b) / 3
			darkest, lightest = min(darkest, grey), max(lightest, grey)
		}
	}
	return lightest-darkest > 0x4000
}
