package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/pledgesim/pledgesim"
	"github.com/pledgesim/pledgesim/projection"
)

// assumptions says each scenario in words.
func (s *study) assumptions() *section {
	sec := &section{ID: "assumptions", Title: "Assumptions"}
	var terms []term
	for _, sc := range s.set.Scenarios {
		lines := strings.Split(s.data.Words(sc.String()), "\n")
		t := term{Name: sc.Name}
		for _, l := range lines[1:] { // the first is the name
			t.Texts = append(t.Texts, strings.Join(strings.Fields(l), " "))
		}
		terms = append(terms, t)
	}
	sec.Parts = []part{{Terms: terms}}
	if s.set.Source != "" {
		sec.Text = append(sec.Text, "Source of the scenarios: "+s.set.Source)
	}
	return sec
}

// sources says where the numbers come from, and what must be known of them.
func (s *study) sources() *section {
	d, o := s.data, s.results[0].Options
	sec := &section{ID: "data", Title: "Data", Text: []string{
		fmt.Sprintf("Edition %s. Figures up to %d are published, later ones projected.", d.Edition, o.Base),
	}}
	var terms []term
	for _, src := range d.Sources {
		t := term{Name: src.String()}
		if !src.Date.IsZero() {
			t.Texts = append(t.Texts, "Published "+src.Date.Format(time.DateOnly))
		}
		if src.Licence != "" {
			t.Texts = append(t.Texts, "Terms: "+src.Licence)
		}
		if src.SHA256 != "" {
			t.Texts = append(t.Texts, "SHA-256 of the file that was read: "+src.SHA256)
		}
		terms = append(terms, t)
	}
	about, warnings := s.said()
	terms = append(terms, term{"Editions, growth and responses", about.Editions})
	if len(d.Notes) > 0 {
		terms = append(terms, term{"Notes on the figures", d.Notes})
	}
	if len(warnings) > 0 {
		terms = append(terms, term{"Warnings", warnings})
	}
	sec.Parts = []part{{Terms: terms}}
	if s.differs != nil && len(s.differs.List) > 0 {
		sec.Parts = append(sec.Parts, tablePart("discrepancies", projection.Discrepancies(s.differs)))
	}
	return sec
}

// said is what results and simulations have to say, each thing once.
func (s *study) said() (projection.About, []string) {
	var ts []projection.Tabular
	for _, r := range s.results {
		ts = append(ts, r.Years())
	}
	for _, e := range s.ensembles {
		ts = append(ts, e)
	}
	sheet, err := projection.Layout(ts...)
	if err != nil {
		return projection.About{}, []string{err.Error()}
	}
	return sheet.About, sheet.Warnings
}

// reproduce says how to make the same report again.
func (s *study) reproduce() *section {
	words := []string{"go run ./examples/report"}
	for _, a := range s.again {
		words = append(words, shell(a))
	}
	sec := &section{ID: "reproduce", Title: "How to make this report again", Text: []string{
		"In a copy of pledgesim " + pledgesim.Version + ":",
	}}
	if len(s.inputs) > 0 {
		sec.Text[0] = "In a copy of pledgesim " + pledgesim.Version + ", with the folder input of this report:"
	}
	sec.Parts = []part{{Code: words}}
	return sec
}

// shell quotes an argument that a shell would take apart.
func shell(argument string) string {
	if strings.Trim(argument, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./,%") == "" && argument != "" {
		return argument
	}
	return "'" + strings.ReplaceAll(argument, "'", `'\''`) + "'"
}

// limits says what must not be read into the report.
func (s *study) limits() *section {
	texts := []string{
		"It is arithmetic on promises, not a forecast: it says what follows if growth and governments go on as assumed.",
		"Spending does not feed back on growth, debt or prices. Money is in the unit of the figures, undiscounted.",
		"A pledge that is kept is met in its year by construction: the question is then the pace that this takes.",
		"“At this pace” continues the growth of spending, not points of its share: where the economy grows slowly, or shrinks, the same money is a larger share.",
		"A chance is that of the luck in the scenario. Whether a promise will be kept is not estimated.",
	}
	if s.results[0].Options.Tolerance > 0 { // figures that do not say how precise they are give none
		texts = append(texts, "A published share is rounded, so that one which is lower than the target by less than half of the last digit counts as at the target.")
	}
	return &section{ID: "limits", Title: "What this report does not claim", Parts: []part{{Terms: []term{{Texts: texts}}}}}
}
