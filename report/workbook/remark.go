package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Bounds of comments. The list has all problems.
const (
	maxRemarks = 2000 // of a sheet; the gravest
	maxSaid    = 12   // problems in one comment
)

// paper is where the comments of a sheet are kept: the texts, and the boxes they are shown in. Blank where there are none.
type paper struct {
	sheet, texts, boxes string
	number              int // that excelize knows it by
}

const (
	textsName = "xl/comments%d.xml"
	boxesName = "xl/drawings/vmlDrawing%d.vml"
)

// paper finds them by the sheet's relations.
func (p *pack) paper(sheet string) paper {
	relations, err := p.relations(sheet)
	if err != nil {
		return paper{sheet: sheet}
	}
	at := paper{sheet: sheet, texts: first(relations, "comments")}
	err = p.each(sheet, func(r *reader) error {
		if string(r.name) == "legacyDrawing" {
			id, _ := r.attr("id")
			at.boxes = relations[id].target
		}
		return nil
	})
	if err != nil {
		return paper{sheet: sheet}
	}
	return at
}

// comment adds comments to a sheet, and the texts of its problems to comments that are there.
func (a *annotation) comment(sheet string, marks []*mark) error {
	if len(marks) > maxRemarks {
		marks = slices.Clone(marks)
		slices.SortStableFunc(marks, func(m, n *mark) int { return cmp.Compare(m.problems[0].Severity, n.problems[0].Severity) })
		marks = marks[:maxRemarks]
	}
	a.number(a.parts[sheet].number)
	there, err := a.book.GetComments(sheet)
	if err != nil {
		return err
	}
	index := map[string]int{}
	for i, c := range there {
		index[c.Cell] = i
	}
	for _, m := range marks {
		if i, is := index[m.cell()]; is {
			a.append(a.parts[sheet].texts, i, "\n"+m.said())
			continue
		}
		if err := a.remark(sheet, m.cell(), m.said()); err != nil {
			return err
		}
	}
	return nil
}

func (m *mark) said() string {
	var lines []string
	for _, p := range m.problems[:min(len(m.problems), maxSaid)] {
		lines = append(lines, p.said())
	}
	if more := len(m.problems) - maxSaid; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

func (a *annotation) remark(sheet, at, text string) error {
	return a.book.AddComment(sheet, excelize.Comment{Cell: at, Author: "plimsoll", Width: noteWidth, Height: noteHeight(text),
		Paragraph: []excelize.RichTextRun{{Text: text}}})
}

// append adds a text to a comment that is there. Its box and the looks of its own text stay.
func (a *annotation) append(part string, at int, text string) {
	comment := &a.book.Comments[part].CommentList.Comment[at].Text
	if n := len(comment.R); n > 0 && comment.R[n-1].T != nil {
		run := comment.R[n-1]
		t := *run.T
		t.Val, t.Space.Name.Space, t.Space.Name.Local, t.Space.Value = text, "http://www.w3.org/XML/1998/namespace", "space", "preserve"
		run.T = &t
		comment.R = append(comment.R, run)
		return
	}
	if comment.T != nil {
		text = *comment.T + text
	}
	comment.T = &text
}

// numberParts gives the comments of each sheet that is marked a number that no other sheet's have, before excelize has read
// any: it takes the texts for those that have the number of the boxes, or that come next, and would mix what others count
// in another way.
func (a *annotation) numberParts() error {
	next := 1
	a.book.Pkg.Range(func(key, _ any) bool {
		if part := key.(string); strings.Contains(part, "xl/comments") {
			next++
		}
		return true
	})
	a.book.Pkg.Range(func(key, _ any) bool {
		for _, format := range []string{textsName, boxesName} {
			var n int
			if _, err := fmt.Sscanf(key.(string), format, &n); err == nil && n < maxParts {
				next = max(next, n+1)
			}
		}
		return true
	})
	for _, s := range a.before.Sheets {
		if len(a.marks[s.Name]) == 0 {
			continue
		}
		from := a.parts[s.Name]
		to := paper{from.sheet, fmt.Sprintf(textsName, next), fmt.Sprintf(boxesName, next), next}
		if err := a.rename(from, to); err != nil {
			return err
		}
		a.parts[s.Name] = to
		next++
	}
	return nil
}

// number makes excelize count so many comments that it takes the given number for the next. An entry without comments
// counts, and is not written.
func (a *annotation) number(n int) {
	counted := map[string]bool{}
	count := func(part string) {
		if strings.Contains(part, "xl/comments") {
			counted[part] = true
		}
	}
	a.book.Pkg.Range(func(key, _ any) bool { count(key.(string)); return true })
	for part := range a.book.Comments {
		count(part)
	}
	for i := len(counted) + 1; i < n; i++ {
		a.book.Comments[fmt.Sprintf("xl/comments none %d", i)] = nil
	}
}

// rename gives the parts of a sheet's comments other names, before excelize has read any of them.
func (a *annotation) rename(from, to paper) error {
	relations := path.Join(path.Dir(from.sheet), "_rels", path.Base(from.sheet)+".rels")
	for _, step := range [][2]string{{from.texts, to.texts}, {from.boxes, to.boxes}} {
		if step[0] == "" {
			continue
		}
		part, found := a.book.Pkg.LoadAndDelete(step[0])
		if !found {
			return fmt.Errorf("its part %s is not found", step[0])
		}
		a.book.Pkg.Store(step[1], part)
		a.replace("[Content_Types].xml", "/"+step[0], "/"+step[1])
		if !a.retarget(relations, path.Dir(from.sheet), step[0], "../"+strings.TrimPrefix(step[1], "xl/")) {
			return fmt.Errorf("its part %s is not found", step[0])
		}
	}
	return nil
}

func (a *annotation) replace(part, old, new string) bool {
	data, found := a.book.Pkg.Load(part)
	if !found || !bytes.Contains(data.([]byte), []byte(`"`+old+`"`)) {
		return false
	}
	a.book.Pkg.Store(part, bytes.ReplaceAll(data.([]byte), []byte(`"`+old+`"`), []byte(`"`+new+`"`)))
	return true
}

// retarget changes a relation, which may name its target from the root or from the folder of its sheet.
func (a *annotation) retarget(relations, folder, old, new string) bool {
	up := strings.Repeat("../", strings.Count(folder, "/"))
	return a.replace(relations, up+strings.TrimPrefix(old, "xl/"), new) || a.replace(relations, "/"+old, new) || a.replace(relations, old, new)
}

// commentsOf are the comments of a workbook by their place.
func commentsOf(data []byte) (map[Place]string, error) {
	pkg, err := openPackage(data, DefaultBounds())
	if err != nil {
		return nil, err
	}
	frame, err := pkg.frame()
	if err != nil {
		return nil, err
	}
	out := map[Place]string{}
	for _, sheet := range frame.sheets {
		relations, err := pkg.relations(sheet.part)
		if part := first(relations, "comments"); err == nil && part != "" {
			err = pkg.each(part, func(r *reader) (err error) {
				if string(r.name) == "comment" {
					ref, _ := r.attr("ref")
					at := Place{Sheet: sheet.name}
					at.Row, at.Column, _ = parseCell(ref)
					out[at], err = r.richText()
				}
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
