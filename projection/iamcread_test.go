package projection_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// What is written in the layout of the IAMC can be read again as a data set, to the 12
// digits that it has.
func TestIAMCIsReadBack(t *testing.T) {
	s := scenario.Scenario{Name: "2.5% by 2030", Pledge: scenario.Target{Share: 0.025, By: 2030}, Growth: scenario.Constant(0.02), Response: scenario.Ramp{}}
	d := twoMembers()
	r := run(t, d, s, projection.Options{To: 2032})
	var b bytes.Buffer
	if err := projection.WriteIAMC(&b, r, r.Years()); err != nil {
		t.Fatal(err)
	}
	sheet, err := read.IAMC(&b, read.Options{Only: []string{"share", "GDP", "spending"}})
	if err != nil {
		t.Fatal(err)
	}
	again, err := sheet.Dataset("read", read.Columns{Share: "share", GDP: "GDP", Spending: "spending"}, read.Members{Known: d})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for row := range r.Rows() {
		if row.Variable != "share" {
			continue
		}
		m, err := again.Member(row.Member)
		if err != nil {
			t.Fatal(err)
		}
		n++
		if got, ok := m.Share.At(row.Year); !ok || math.Abs(100*got-row.Value) > 1e-10 {
			t.Errorf("%s, %d: %v, want %v%%", row.Member, row.Year, got, row.Value)
		}
	}
	if n == 0 {
		t.Error("no shares")
	}
	if again.Money != d.Money {
		t.Errorf("money in %q, want %q", again.Money, d.Money)
	}
}
