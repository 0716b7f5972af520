package scenario_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
)

// The figures of these tests are made up.
const (
	published = `# edition: published
# money: EUR million
# precision: 0.01 percentage points
# quantity: defence spending
# source: Publisher,Tables,2025-08-28
# note: As of August.
# member: AAA,AA,Aland,1949-08-24,EUR,,Åland
# member: CCC,CC,Caledonia,,,no armed forces
# break: AAA,2022,new GDP
member,variable,unit,year,value,status
AAA,share,% of GDP,2023,2.00,observed
AAA,share,% of GDP,2024,2.10,estimated
AAA,gdp,EUR million,2023,1000,observed
AAA,gdp,EUR million,2024,1020,estimated
AAA,spending,EUR million,2023,20,observed
AAA,spending,EUR million,2024,21.42,estimated
BBB,share,% of GDP,2023,1.50,observed
BBB,gdp,EUR million,2023,500,observed
`
	mine = `# edition: mine
# money: EUR million
# precision: 0.001 percentage points
# source: Me,Notebook
# note: Rounded by me.
# member: AAA,,Alandia,2001-01-01,,,Ahvenanmaa
# break: AAA,2022,another reason
# break: AAA,2024,new method
member,variable,unit,year,value,status,edition
AAA,share,% of GDP,2023,2.004,observed,mine
AAA,share,% of GDP,2024,2.250,observed,letter of May
AAA,share,% of GDP,2025,2.400,estimated,mine
BBB,gdp,EUR million,2023,510,observed,mine
BBB,spending,EUR million,2023,8.67,observed,mine
CCC,share,% of GDP,2023,0.100,observed,mine
DDD,share,% of GDP,2023,1.000,observed,mine
`
)

func TestWith(t *testing.T) {
	merged, found, err := readText(t, published).With(readText(t, mine), scenario.WithOptions{})
	if err != nil {
		t.Fatal(err)
	}
	// Every figure keeps its edition. 2024's spending, 21.42, is not 2.25% of 1020, so it
	// gives way to the product; 2.004 and 2.00 are the same to two decimals, so 20 stays.
	// BBB's share stays though 8.67 of 510 is 1.7%.
	const want = `# edition: published with mine
# money: EUR million
# precision: 0.01 percentage points
# quantity: defence spending
# source: Publisher,Tables,2025-08-28
# source: Me,Notebook
# note: As of August.
# note: Rounded by me.
# note: Figures of mine are laid over those of published: 3 replace another number, 4 are new.
# member: AAA,AA,Aland,1949-08-24,EUR,,Åland,Ahvenanmaa
# member: BBB
# member: CCC,CC,Caledonia
# member: DDD
# break: AAA,2022,new GDP
# break: AAA,2024,new method
member,variable,unit,year,value,status,edition
AAA,share,% of GDP,2023,2.004,observed,mine
AAA,share,% of GDP,2024,2.25,observed,letter of May
AAA,share,% of GDP,2025,2.4,estimated,mine
AAA,gdp,EUR million,2023,1000,observed,published
AAA,gdp,EUR million,2024,1020,estimated,published
AAA,spending,EUR million,2023,20,observed,published
BBB,share,% of GDP,2023,1.5,observed,published
BBB,gdp,EUR million,2023,510,observed,mine
BBB,spending,EUR million,2023,8.67,observed,mine
CCC,share,% of GDP,2023,0.1,observed,mine
DDD,share,% of GDP,2023,1,observed,mine
`
	if diff := cmp.Diff(want, writeText(t, merged)); diff != "" {
		t.Error(diff)
	}
	list := found.List
	found.List = nil
	if diff := cmp.Diff(&scenario.Discrepancies{Base: "published", Over: "mine", ShareUnit: "% of GDP", Money: "EUR million", Compared: 3, Replaced: 3, Added: 4}, found); diff != "" {
		t.Error(diff)
	}
	observed := func(v float64, status scenario.Status, edition string, year int) scenario.Observation {
		return scenario.Observation{Year: year, Value: v, Status: status, Edition: edition}
	}
	wantList := []scenario.Discrepancy{
		{Member: "AAA", Name: "Aland", Variable: "share", Year: 2024,
			Base: observed(0.021, scenario.Estimated, "published", 2024), Over: observed(0.0225, scenario.Observed, "letter of May", 2024)},
		{Member: "AAA", Name: "Aland", Variable: "spending", Year: 2024, Contradicts: true,
			Base: observed(21.42, scenario.Estimated, "published", 2024), Over: observed(22.95, scenario.Estimated, "mine", 2024)}, // 2.25% of 1020
		{Member: "BBB", Name: "BBB", Variable: "share", Year: 2023, Contradicts: true,
			Base: observed(0.015, scenario.Observed, "published", 2023), Over: observed(0.017, scenario.Observed, "mine", 2023)}, // 8.67 of 510
		{Member: "BBB", Name: "BBB", Variable: "gdp", Year: 2023,
			Base: observed(500, scenario.Observed, "published", 2023), Over: observed(510, scenario.Observed, "mine", 2023)},
	}
	if diff := cmp.Diff(wantList, list, near); diff != "" {
		t.Error(diff)
	}
	if got := list[3].Difference(); got != 10 {
		t.Errorf("difference %v, want 10", got)
	}
}

func TestWithFillsGapsOnly(t *testing.T) {
	merged, found, err := readText(t, published).With(readText(t, mine), scenario.WithOptions{FillOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if merged.Edition != "published filled from mine" || merged.Notes[2] != "Gaps of published are filled from mine: 4 figures." || found.Replaced != 0 {
		t.Errorf("%s; %q; %d replaced", merged.Edition, merged.Notes, found.Replaced)
	}
	a, b := membersOf(t, merged)[0], membersOf(t, merged)[1]
	if got := a.Share.String(); got != "2023: 0.02, 2024: 0.021 (estimated), 2025: 0.024 (estimated)" {
		t.Errorf("shares of AAA: %s", got)
	}
	// BBB's spending of mine, 8.67, is not 1.5% of 500: it may not stand beside them.
	if got := b.GDP.String() + "; " + b.Spending.String(); got != "2023: 500; " {
		t.Errorf("money of BBB: %s", got)
	}
}

// Filling gaps is laying the other way round, but for the words.
func TestWithFillsAsItLays(t *testing.T) {
	a, b := readText(t, published), readText(t, mine)
	filled, _, err1 := a.With(b, scenario.WithOptions{FillOnly: true})
	laid, _, err2 := b.With(a, scenario.WithOptions{})
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	for i, m := range membersOf(t, filled) {
		other := membersOf(t, laid)[i]
		for _, s := range [][2]scenario.Series{{m.Share, other.Share}, {m.GDP, other.GDP}, {m.Spending, other.Spending}} {
			if diff := cmp.Diff(s[0], s[1], bySeries); diff != "" {
				t.Errorf("%s: %s", m.Code, diff)
			}
		}
	}
}

// The figures that both data sets print alike are no discrepancies, as far as the
// coarser of the two says.
func TestWithTolerance(t *testing.T) {
	data := func(edition string, precision, share, gdp float64) *scenario.Dataset {
		d, err := scenario.NewDataset(edition, "EUR", scenario.Member{Code: "AAA", Share: scenario.NewSeries(2024, share), GDP: scenario.NewSeries(2024, gdp)})
		if err != nil {
			t.Fatal(err)
		}
		d.Precision = precision
		return d
	}
	for _, test := range []struct {
		name           string
		base, over     *scenario.Dataset
		tolerance      float64
		shares, moneys int // discrepancies
	}{
		{name: "rounded alike", base: data("a", 0.01*pct, 0.0212, 100), over: data("b", 0, 0.02124, 100.4)},
		{name: "rounded alike, just so", base: data("a", 0.01*pct, 0.0212, 100), over: data("b", 0, 0.0212, 100.48)},
		{name: "rounded otherwise", base: data("a", 0.01*pct, 0.0212, 100), over: data("b", 0, 0.02126, 100.6), shares: 1, moneys: 1},
		{name: "not rounded", base: data("a", 0, 0.0212, 100.25), over: data("b", 0, 0.021200001, 100.26), shares: 1, moneys: 1},
		{name: "tolerated", base: data("a", 0, 0.0212, 100), over: data("b", 0, 0.0217, 100), tolerance: 0.001},
	} {
		_, found, err := test.base.With(test.over, scenario.WithOptions{Tolerance: test.tolerance})
		if err != nil {
			t.Fatal(err)
		}
		counts := map[string]int{}
		for _, d := range found.List {
			counts[d.Variable]++
		}
		if counts["share"] != test.shares || counts["gdp"] != test.moneys {
			t.Errorf("%s: %v", test.name, counts)
		}
	}
}

func TestWithErrors(t *testing.T) {
	with := func(text string) *scenario.Dataset {
		return readText(t, "# edition: mine\n"+text)
	}
	const columns, gdp = "member,variable,unit,year,value,status\n", "AAA,gdp,USD million,2024,1,observed\n"
	base := readText(t, published)
	for _, test := range []struct {
		name string
		over *scenario.Dataset
		o    scenario.WithOptions
		want string
		kind error
	}{
		{name: "nothing", want: "Dataset is nil", kind: scenario.ErrInvalid},
		{name: "itself", over: base, want: "Edition is published for both: give each its own name", kind: scenario.ErrDuplicate},
		{name: "other money", over: with("# money: USD million\n" + columns + gdp), kind: scenario.ErrUnit,
			want: `Money is "EUR million" in published and "USD million" in mine: convert the figures, or give both the same words if they are in the same unit`},
		{name: "other denominator", over: with("# denominator: GNI\n" + columns + "AAA,share,% of GNI,2024,1,observed\n"), kind: scenario.ErrUnit,
			want: `Denominator is "GDP" in published and "GNI" in mine: shares of different things cannot be merged`},
		{name: "other quantity", over: with("# quantity: military spending\n" + columns + "AAA,share,% of GDP,2024,1,observed\n"), kind: scenario.ErrUnit,
			want: `Quantity is "defence spending" in published and "military spending" in mine: give both the same words if they are the same thing`},
		{name: "tolerance", over: with(columns + "AAA,share,% of GDP,2024,1,observed\n"), o: scenario.WithOptions{Tolerance: math.NaN()}, kind: scenario.ErrInvalid,
			want: "WithOptions.Tolerance = NaN is not a fraction between 0 and 0.25"},
		{name: "another code for a member", over: with("# member: XXX,,Aland\n" + columns), kind: scenario.ErrDuplicate,
			want: "published with mine: Members = Aland names two of them, AAA and XXX: it must name one only"},
	} {
		_, _, err := base.With(test.over, test.o)
		if err == nil || err.Error() != test.want || !errors.Is(err, test.kind) {
			t.Errorf("%s: got %v\nwant %s", test.name, err, test.want)
		}
	}
	if _, _, err := (*scenario.Dataset)(nil).With(base, scenario.WithOptions{}); !errors.Is(err, scenario.ErrInvalid) {
		t.Error(err)
	}
}

// Money is that of whoever has any.
func TestWithSharesOnly(t *testing.T) {
	shares := readText(t, "# edition: shares\n# money: unused\n"+"member,variable,unit,year,value,status\nAAA,share,% of GDP,2025,3,observed\n")
	for _, order := range [][2]*scenario.Dataset{{readText(t, published), shares}, {shares, readText(t, published)}} {
		merged, found, err := order[0].With(order[1], scenario.WithOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if merged.Money != "EUR million" || merged.Quantity != "defence spending" || found.Added == 0 {
			t.Errorf("%s: money %q, quantity %q, %d added", merged.Edition, merged.Money, merged.Quantity, found.Added)
		}
	}
}

// What is merged can be written, read and merged again; the inputs do not change.
func TestWithLeavesItsInputsAlone(t *testing.T) {
	a, b := readText(t, published), readText(t, mine)
	merged, _, err := a.With(b, scenario.WithOptions{})
	if err != nil {
		t.Fatal(err)
	}
	again, found, err := readText(t, writeText(t, merged)).With(b, scenario.WithOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found.List {
		if !d.Contradicts {
			t.Errorf("%+v: laid over before", d)
		}
	}
	if again.Edition != "published with mine with mine" || found.Replaced != 0 {
		t.Errorf("%s, %d replaced", again.Edition, found.Replaced)
	}
	if writeText(t, a) != writeText(t, readText(t, published)) || writeText(t, b) != writeText(t, readText(t, mine)) {
		t.Error("an input has changed")
	}
}

// Whatever two files hold, their merger is a data set that can be written, or an error
// that says why not.
func FuzzWith(f *testing.F) {
	f.Add(published, mine, false)
	f.Add(mine, published, true)
	f.Fuzz(func(t *testing.T, base, over string, fill bool) {
		a, err1 := scenario.ReadCSV(strings.NewReader(base))
		b, err2 := scenario.ReadCSV(strings.NewReader(over))
		if err1 != nil || err2 != nil {
			return
		}
		merged, found, err := a.With(b, scenario.WithOptions{FillOnly: fill})
		if err != nil {
			return
		}
		writeText(t, merged)
		for _, d := range found.List {
			if v := d.Difference(); math.IsNaN(v) {
				t.Errorf("%+v", d)
			}
		}
	})
}

func ExampleDataset_With() {
	published, err := scenario.NewDataset("published-2025", "EUR million", scenario.Member{Code: "NLD", Name: "Netherlands", Share: scenario.NewSeries(2023, 0.0166, 0.0205)})
	if err != nil {
		fmt.Println(err)
		return
	}
	mine, err := scenario.ReadCSV(strings.NewReader(`# edition: mine-2026
member,variable,unit,year,value,status
NLD,share,% of GDP,2024,2.12,observed
NLD,share,% of GDP,2025,2.49,estimated
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	merged, found, err := published.With(mine, scenario.WithOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, _ := merged.Member("Netherlands")
	fmt.Println(merged.Edition)
	for o := range m.Share.Observations() {
		fmt.Println(o.Year, scenario.FormatShare(o.Value), o.Status, o.Edition)
	}
	for _, d := range found.List {
		fmt.Printf("%s differs in %d: %s and %s\n", d.Member, d.Year, scenario.FormatShare(d.Base.Value), scenario.FormatShare(d.Over.Value))
	}
	// Output:
	// published-2025 with mine-2026
	// 2023 1.66% observed published-2025
	// 2024 2.12% observed mine-2026
	// 2025 2.49% estimated mine-2026
	// NLD differs in 2024: 2.05% and 2.12%
}
