package main

import (
	"fmt"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

// chances are those of the scenarios with luck in them; nil if there is none.
func (s *study) chances() *section {
	if len(s.ensembles) == 0 {
		return nil
	}
	sec := &section{ID: "chances", Title: "How sure it is", Text: []string{
		"Growth, or what governments do, has luck in it in these scenarios. A chance is the part of all draws; it is that of the model's luck, and says nothing of how good the model is.",
	}}
	for _, e := range s.ensembles {
		sec.Sections = append(sec.Sections, s.chance(e))
	}
	return sec
}

func (s *study) chance(e *projection.Ensemble) *section {
	r := e.Central()
	n := s.number(r.Scenario)
	sec := &section{ID: fmt.Sprintf("chances-%d", n), Title: r.Scenario.Name, About: quoted(r.Scenario.Name)}
	add := func(name string, chart func() (*plotting.Figure, error)) {
		sec.Parts = append(sec.Parts, figurePart(fmt.Sprintf("%s-%d", name, n), chart))
	}
	if tallyOf(r).asked > 0 {
		add("chance", func() (*plotting.Figure, error) { return plotting.Chance(e) })
		sec.Parts = append(sec.Parts, tablePart(fmt.Sprintf("chances-%d", n), e.Years()))
		add("count-fan", func() (*plotting.Figure, error) { return plotting.CountFan(e, plotting.CountFanOptions{}) })
		sec.Parts = append(sec.Parts, tablePart(fmt.Sprintf("chance-counts-%d", n), e.Counts()))
	}
	add("fan-grid", func() (*plotting.Figure, error) { return plotting.FanGrid(e) })
	for _, code := range s.own() {
		add("fan-"+code, func() (*plotting.Figure, error) { return plotting.Fan(code, e) })
	}
	sec.Parts = append(sec.Parts, asidePart(fmt.Sprintf("draws-%d", n), e))
	return sec
}
