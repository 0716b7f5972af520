package read_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// The data set of a sheet says where every figure comes from.
func TestDataset(t *testing.T) {
	s := sample(t, "wide.csv", read.Wide, read.Options{Source: scenario.Source{Publisher: "NATO", Title: "Table"}})
	d, err := s.Dataset("mine", read.Columns{
		Share: "share", GDP: "gdp", Spending: "spending", Money: "USD million of 2015", Quantity: "defence spending", Precision: 0.01 * scenario.Percent,
	}, read.Members{Known: nato.Latest()})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := d.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	equal(t, strings.Replace(b.String(), d.Sources[0].SHA256, "digest", 1), `# edition: mine
# money: USD million of 2015
# precision: 0.01 percentage points
# quantity: defence spending
# source: NATO,Table,,,digest
# member: CZE,CZ,Czechia,1999-03-12,CZK,,Czech Republic
# member: EST,EE,Estonia,2004-03-29,EUR
member,variable,unit,year,value,status,edition
CZE,share,% of GDP,2022,1.34,observed,mine
CZE,share,% of GDP,2023,1.37,estimated,mine
CZE,share,% of GDP,2024,2.1,estimated,mine
CZE,gdp,USD million of 2015,2022,215929.479,observed,mine
CZE,gdp,USD million of 2015,2023,215545.11,estimated,mine
CZE,gdp,USD million of 2015,2024,217936.674,estimated,mine
CZE,spending,USD million of 2015,2022,2894.966,observed,mine
CZE,spending,USD million of 2015,2023,2953.135,estimated,mine
CZE,spending,USD million of 2015,2024,4567.025,estimated,mine
EST,share,% of GDP,2022,2.16,observed,mine
EST,share,% of GDP,2023,3.04,estimated,mine
EST,share,% of GDP,2024,3.43,estimated,mine
EST,gdp,USD million of 2015,2022,28495.207,observed,mine
EST,gdp,USD million of 2015,2023,27603.636,estimated,mine
EST,gdp,USD million of 2015,2024,27497.085,estimated,mine
EST,spending,USD million of 2015,2022,615.865,observed,mine
EST,spending,USD million of 2015,2023,838.299,estimated,mine
EST,spending,USD million of 2015,2024,943.552,estimated,mine
`)
}

// The unit of a share must say per cent, or fraction, of the denominator.
func TestDatasetUnits(t *testing.T) {
	for _, test := range []struct {
		unit, denominator string
		want              float64 // of the figure 2; 0: an error
	}{
		{"% of GDP", "", 0.02},
		{"%", "", 0.02},
		{"%  of  GDP", "", 0.02},
		{"Percent of GDP", "GDP", 0.02},
		{"per cent of gdp", "GDP", 0.02},
		{"Share of real GDP (%)", "", 0.02},
		{"percentage of GNI", "GNI", 0.02},
		{"% of government budget appropriations", "government budget appropriations", 0.02},
		{"% of government budget appropriations", "government budget", 0},
		{"Percent of potential GDP", "", 0},
		{"% of Potential GDP", "potential GDP", 0.02},
		{"% of GDP", "potential GDP", 0},
		{"% of mainland GDP", "GDP", 0},
		{"% of GDP excluding oil", "", 0},
		{"% of GDP (mainland)", "", 0},
		{"% of GDP per capita", "", 0},
		{"fraction of trend GDP", "", 0},
		{"% of nominal GDP", "", 0.02},
		{"Percentage of gross domestic product (GDP)", "", 0.02}, // Eurostat
		{"% of Gross Domestic Product", "GDP", 0.02},
		{"% of GNI (gross national income)", "GNI", 0.02},
		{"% of GDP, PPP", "", 0.02},
		{"% of GDP (constant 2015 US dollars)", "", 0.02},
		{"% of GDP at current market prices", "", 0.02},
		{"% of GDP, 2015 prices", "", 0.02},
		{"% of GDP (constant 2015 prices and exchange rates)", "", 0.02},
		{"% of the GDP", "", 0.02},
		{"fraction", "", 2},
		{"% of GNI", "GDP", 0},
		{"Percent of GDPs", "GDP", 0},
		{"Percent change", "", 0},
		{"annual %", "", 0},
		{"share of GDP", "", 0}, // per cent or fraction?
		{"EUR million", "", 0},
	} {
		s := text(t, read.Wide, read.Options{}, "member,variable,unit,2024", `DEU,share,"`+test.unit+`",2`)
		d, err := s.Dataset("x", read.Columns{Share: "share", Denominator: test.denominator}, read.Members{})
		switch {
		case test.want == 2: // a fraction of 200%, which is known to be one
			if err == nil || !strings.Contains(err.Error(), `share = 200% is not between 0 and 25% of GDP: check the unit, "fraction"`) {
				t.Errorf("%s: %v", test.unit, err)
			}
		case (err == nil) != (test.want > 0):
			t.Errorf("%s of %s: %v", test.unit, test.denominator, err)
		case err == nil:
			m, _ := d.Member("DEU")
			if v, _ := m.Share.At(2024); v != test.want {
				t.Errorf("%s: %v, want %v", test.unit, v, test.want)
			}
		}
	}
}

// Members are found by code, name or alias, and described by who knows them.
func TestMembers(t *testing.T) {
	s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "name,2024", "Turkey,2.1", "United States of America,3.2", "Ruritania,1", "Kosovo,1.5")
	d, err := s.Dataset("x", read.Columns{Share: "share"}, read.Members{Known: nato.Latest(), Names: map[string]string{"Ruritania": "RUR", "Kosovo": "XKX"}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, d.Codes(), []string{"RUR", "TUR", "USA", "XKX"})
	m, _ := d.Member("TUR")
	if m.Name != "Türkiye" || m.Joined.Year() != 1952 || !m.GDP.Empty() {
		t.Errorf("%+v", m)
	}
	// NATO's break of Luxembourg's GDP, and that Iceland has no forces, say nothing of
	// other figures.
	aid := text(t, read.Wide, read.Options{Unit: "% of GNI", Variable: "aid"}, "name,2024", "Luxembourg,1.0", "Iceland,0.3")
	other, err := aid.Dataset("x", read.Columns{Share: "aid", Denominator: "GNI"}, read.Members{Known: nato.Latest()})
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range other.Codes() {
		if m, _ := other.Member(code); len(m.Breaks) > 0 || m.Exempt != "" || m.ISO2 == "" {
			t.Errorf("%+v", m)
		}
	}
	d, err = s.Dataset("x", read.Columns{Share: "share"}, read.Members{Known: nato.Latest(), Only: []string{"USA"}}) // the others need not be known
	if err != nil {
		t.Fatal(err)
	}
	equal(t, d.Codes(), []string{"USA"})
}

// Code and name of a line must mean the same member, as far as they are known.
func TestMembersCodeAndName(t *testing.T) {
	const share = "share"
	for _, test := range []struct {
		code, name string
		members    read.Members
		want       string // code, or what is wrong with it
	}{
		{"ROU", "Romania", read.Members{}, "ROU"},
		{"ROM", "Romania", read.Members{}, `line 2, column 1: code = "ROM" is not known, but the name of the line, "Romania", is that of ROU (Romania): mend one of them, or say in Members.Names what the code means`},
		{"DEU", "France", read.Members{}, `line 2, column 1: code = "DEU" is that of DEU (Germany), but the name of the line, "France", is that of FRA (France): mend one of them, or say in Members.Names what the code means`},
		{"ROM", "Romania", read.Members{Names: map[string]string{"ROM": "ROU"}}, "ROU"},
		{"ROM", "Romania", read.Members{Names: map[string]string{"Romania": "ROU"}}, "ROU"},
		{"DEU", "France", read.Members{Names: map[string]string{"DEU": "DEU"}}, "DEU"},
		{"ROM", "Romania", read.Members{Only: []string{"ROU"}}, "is not known, but"},
		{"ROM", "Romania", read.Members{Only: []string{"ROM"}}, "is not known, but"},
		{"DEU", "France", read.Members{Only: []string{"FRA"}}, "is that of DEU (Germany), but"},
		{"ROM", "Romania", read.Members{Only: []string{"POL"}}, "POL"}, // a line that is not kept
		{"TUR", "Turkiye", read.Members{}, "TUR"},
		{"SVK", "Slovak Republic", read.Members{}, "SVK"},
		{"CZE", "Czech Republic", read.Members{}, "CZE"},
		{"USA", "the States", read.Members{}, "USA"}, // the name is not known
		{"RUR", "Ruritania", read.Members{}, "RUR"},  // nothing is
		{"DE", "Germany", read.Members{}, "DEU"},
		{"DEU", "", read.Members{}, "DEU"},
	} {
		s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: share}, "member,name,2024", test.code+","+test.name+",2.1", "POL,Poland,4")
		test.members.Known = nato.Latest()
		d, err := s.Dataset("x", read.Columns{Share: share}, test.members)
		switch {
		case err != nil && strings.Contains(test.want, " "):
			if !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s, %s: %v\nwant %s", test.code, test.name, err, test.want)
			}
		case err != nil:
			t.Errorf("%s, %s: %v", test.code, test.name, err)
		case !slices.Contains(d.Codes(), test.want):
			t.Errorf("%s, %s: %v", test.code, test.name, d.Codes())
		}
	}
}

// The IMF's levels are in each country's own money.
func TestDatasetInNationalCurrency(t *testing.T) {
	s := sample(t, "weo.xls", read.WEO, read.Options{})
	d, err := s.Dataset("weo", read.Columns{GDP: "NGDP_R"}, read.Members{})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, d.Money, "National currency, billions")
	equal(t, d.Notes, []string{"Money is in each member's own currency, so that sums over members mean nothing."})
}

// So are levels in units that say the same in other words, whether the unit is that of
// the figures or stands in what they are called.
func TestDatasetInOwnCurrencies(t *testing.T) {
	const note = "Money is in each member's own currency, so that sums over members mean nothing."
	for unit, own := range map[string]bool{
		"current LCU": true, "constant LCU": true, "constant 2015 lcu": true, "LCU, millions": true, "NCU": true,
		"local currency": true, "Local currency units": true, "local-currency units": true, "Million units of national  currency": true,
		"National currencies": true, "Domestic currency": true, "own currency": true,
		"current US$": false, "EUR million": false, "LCUX": false, "international currency units": false,
	} {
		s := text(t, read.Wide, read.Options{}, "member;variable;unit;2023;2024", "DEU;gdp;"+unit+";4000;4100", "POL;gdp;"+unit+";3000;3100")
		d, err := s.Dataset("x", read.Columns{GDP: "gdp", Money: "money"}, read.Members{})
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(d.Notes, note); got != own {
			t.Errorf("%s: notes %q", unit, d.Notes)
		}
	}
	for _, s := range []*read.Sheet{
		text(t, read.WorldBank, read.Options{}, "Country Name,Country Code,Indicator Name,Indicator Code,2024", "Germany,DEU,GDP (current LCU),v,4000", "Poland,POL,GDP (current LCU),v,3000"),
		text(t, read.SIPRI, read.Options{Variable: "v"}, `"Military expenditure by country, in local currency, 1949-2024"`, "Country,Currency,2024", "CAN,m. dollars,1", "USA,m. dollars,2"),
	} {
		d, err := s.Dataset("x", read.Columns{GDP: "v"}, read.Members{Names: map[string]string{"CAN": "CAN", "USA": "USA"}})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(d.Notes, note) {
			t.Errorf("%s: notes %q", d.Money, d.Notes)
		}
	}
}

// badSheets are uses of a sheet that are refused.
func badSheets() []struct {
	name, input string
	make        func() error
	kind        error
} {
	sheet := func(lines ...string) *read.Sheet {
		s, err := read.Wide(strings.NewReader("member,name,variable,unit,2023,2024\n"+strings.Join(lines, "\n")), read.Options{})
		if err != nil {
			panic(err)
		}
		return s
	}
	share, named := sheet("DEU,,share,% of GDP,1.6,2.1"), sheet(",Ruritania,share,% of GDP,1.6,2.1", ",Syldavia,share,% of GDP,1.6,2.1", ",Spain,share,% of GDP,1,1.3")
	dataset := func(s *read.Sheet, c read.Columns, m read.Members) func() error {
		return func() error { _, err := s.Dataset("x", c, m); return err }
	}
	growth := func(s *read.Sheet, variable string, m read.Members) func() error {
		return func() error { _, err := s.Growth(variable, m); return err }
	}
	return []struct {
		name, input string
		make        func() error
		kind        error
	}{
		{"Dataset", "no variable named", dataset(share, read.Columns{}, read.Members{}), scenario.ErrMissing},
		{"Dataset", "a variable that is not there", dataset(share, read.Columns{Share: "milex"}, read.Members{}), scenario.ErrMissing},
		{"Dataset", "Columns.Precision of 2", dataset(share, read.Columns{Share: "share", Precision: 2}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "a share in `% of GNI`", dataset(sheet("DEU,,share,% of GNI,1.6,2.1"), read.Columns{Share: "share"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "a share in `% of potential GDP`", dataset(sheet("DEU,,share,% of potential GDP,1.6,2.1"), read.Columns{Share: "share"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "a share in `Percent change`", dataset(sheet("DEU,,share,Percent change,1.6,2.1"), read.Columns{Share: "share"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "a share of 160%", dataset(sheet("DEU,,share,% of GDP,160,2.1"), read.Columns{Share: "share"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "a negative share", dataset(sheet("DEU,,share,% of GDP,-1.6,2.1"), read.Columns{Share: "share"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "GDP in per cent", dataset(share, read.Columns{GDP: "share"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "GDP and spending in two units", dataset(sheet("DEU,,gdp,EUR billion,4000,4100", "DEU,,spending,EUR million,80000,82000"), read.Columns{GDP: "gdp", Spending: "spending"}, read.Members{}), scenario.ErrUnit},
		{"Dataset", "GDP of zero", dataset(sheet("DEU,,gdp,EUR billion,4000,0"), read.Columns{GDP: "gdp"}, read.Members{}), scenario.ErrInvalid},
		{"Dataset", "names that are not known", dataset(named, read.Columns{Share: "share"}, read.Members{Known: nato.Latest()}), scenario.ErrUnknownMember},
		{"Dataset", "Members.Only with a member that is not there", dataset(named, read.Columns{Share: "share"}, read.Members{Known: nato.Latest(), Only: []string{"DEU", "ESP"}}), scenario.ErrMissing},
		{"Dataset", "a code that is not known, beside a name that is", dataset(sheet("ROM,Romania,share,% of GDP,1,2"), read.Columns{Share: "share"}, read.Members{Known: nato.Latest()}), scenario.ErrInvalid},
		{"Dataset", "a code and a name of two members", dataset(sheet("DEU,France,share,% of GDP,1,2"), read.Columns{Share: "share"}, read.Members{Known: nato.Latest()}), scenario.ErrInvalid},
		{"Dataset", "two lines of one member", dataset(sheet(",Turkey,share,% of GDP,1,2", ",Türkiye,share,% of GDP,1,2"), read.Columns{Share: "share"}, read.Members{Known: nato.Latest()}), scenario.ErrDuplicate},
		{"Dataset", "a sheet that is nil", dataset(nil, read.Columns{}, read.Members{}), scenario.ErrInvalid},
		{"Growth", "a share", growth(share, "share", read.Members{}), scenario.ErrUnit},
		{"Growth", "a variable that is not there", growth(share, "NGDP_RPCH", read.Members{}), scenario.ErrMissing},
		{"Growth", "a sheet that is nil", growth(nil, "share", read.Members{}), scenario.ErrInvalid},
	}
}
