package read

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

func iamcLayout() layout {
	return layout{
		name:   "an IAMC file",
		needs:  "the column names Model, Scenario, Region and Variable",
		header: func(cells []string) bool { return has(cells, "Model", "Scenario", "Region", "Variable") },
		columns: map[string]part{
			"model": inModel, "scenario": inScenario, "region": inName, "variable": inVariable, "unit": inUnit,
			"notes": inNothing, "0": inNothing, // of tables of this library: numbers that belong to no year
		},
		gaps: []string{"na", "n/a", "nan"},
	}
}

// IAMC reads the wide table in which models of energy and climate, and this library,
// exchange scenarios:
//
//	Model,Scenario,Region,Variable,Unit,2020,2025,2030
//	model_a,scen_a,World,Primary Energy,EJ/yr,1,2,3
//
// One model and scenario is read, the only one or that of Options. Regions are names,
// which [Members] turns into codes. The layout does not tell what was observed, so that
// all figures are taken as estimates. Of this library's own tables the notes, and numbers
// that belong to no year, are left out.
func IAMC(r io.Reader, o Options) (*Sheet, error) {
	t, err := open(r, o, iamcLayout())
	if err != nil {
		return nil, err
	}
	t.need(map[part]string{inUnit: "Unit"})
	var first *run
	var others []string
	for cells := t.next(); cells != nil; cells = t.next() {
		r := run{t.text(cells, inModel), t.text(cells, inScenario)}
		switch {
		case o.Model != "" && r.model != o.Model || o.Scenario != "" && r.scenario != o.Scenario:
			if len(others) < 12 && !slices.Contains(others, r.String()) {
				others = append(others, r.String())
			}
			continue
		case first == nil:
			first = &r
		case r != *first:
			t.once("scenario", fmt.Sprintf("%s is a second one beside %s: choose with Options.Model and Options.Scenario", r, first), scenario.ErrDuplicate)
			continue
		}
		t.keep(cells, t.series(cells), noActual)
	}
	if first == nil && others != nil && len(t.list) == 0 {
		t.add("Options.Model and Options.Scenario", nil, "name nothing in the file, which has "+strings.Join(others, "; "), scenario.ErrMissing)
	}
	if first != nil {
		t.source("scenario " + first.String())
	}
	return t.finish()
}

// A run is a scenario of a model.
type run struct{ model, scenario string }

func (r run) String() string { return fmt.Sprintf("%q of model %q", r.scenario, r.model) }
