package scenario_test

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A scenario is a value: change a copy to make an alternative.
func ExampleScenario() {
	base := scenario.Scenario{
		Name:     "2% at the present pace",
		Pledge:   scenario.Target{Share: 2 * scenario.Percent},
		Growth:   scenario.Historic{Years: 10},
		Response: scenario.UpTo{Response: scenario.Trend{Years: 8}},
	}
	high := base
	high.Name = "2.5% by 2030"
	high.Pledge = scenario.Target{Share: 2.5 * scenario.Percent, By: 2030}
	high.Response = scenario.Ramp{}
	high.Note = "Half a point more than agreed in 2014."
	fmt.Println(base)
	fmt.Println(high)
	// Output:
	// 2% at the present pace
	//   pledge:   2% of GDP, no deadline
	//   growth:   GDP goes on growing at each member's mean rate of the last 10 years
	//   response: spending goes on growing, in the prices of the data set, at its mean rate of the last 8 years, until the target is met
	// 2.5% by 2030
	//   pledge:   2.5% of GDP by 2030
	//   growth:   GDP goes on growing at each member's mean rate of the last 10 years
	//   response: the share reaches the target by the deadline through equal yearly steps
	//   note:     Half a point more than agreed in 2014.
}

// A number of per cent where a fraction is meant is an error, never a guess.
func ExampleScenario_Validate() {
	s := scenario.Scenario{
		Name:     "2.5% by 2030",
		Pledge:   scenario.Target{Share: 2.5, By: 2030},
		Growth:   scenario.Constant(1.5 * scenario.Percent),
		Response: scenario.Capped{Response: scenario.Ramp{}, MaxGrowth: 9},
	}
	fmt.Println(s.Validate())
	// Output:
	// scenario "2.5% by 2030": Pledge.Share = 2.5 is not a fraction in (0, 0.25] (did you mean 2.5*scenario.Percent?)
	// scenario "2.5% by 2030": Response.MaxGrowth = 9 is not a yearly rate in (-0.5, 0.5) (did you mean 9*scenario.Percent?)
}

func ExampleFromPercent() {
	column := []float64{1.66, 2, 2.12} // read at run time
	for _, p := range column {
		f := scenario.FromPercent(p)
		fmt.Println(f, scenario.FormatShare(f))
	}
	// Output:
	// 0.0166 1.66%
	// 0.02 2%
	// 0.0212 2.12%
}

func ExampleTarget() {
	p := scenario.Target{Share: 2 * scenario.Percent, From: 2014, By: 2024}
	fmt.Println(p)
	for _, year := range []int{2013, 2014, 2025} {
		fmt.Printf("%d: %+v\n", year, p.Ask(scenario.View{Year: year}))
	}
	// Output:
	// 2% of GDP by 2024, known from 2014
	// 2013: {Share:0 By:0 From:0}
	// 2014: {Share:0.02 By:2024 From:2014}
	// 2025: {Share:0.02 By:2024 From:2014}
}

func ExampleSteps() {
	p := scenario.Steps{
		{Share: 3 * scenario.Percent, By: 2030},
		{Share: 3.5 * scenario.Percent, By: 2035},
	}
	fmt.Println(p)
	for _, year := range []int{2030, 2031, 2040} {
		ask := p.Ask(scenario.View{Year: year})
		fmt.Printf("in %d: %s by %d\n", year, scenario.FormatShare(ask.Share), ask.By)
	}
	// Output:
	// 3% of GDP by 2030; then 3.5% of GDP by 2035
	// in 2030: 3% by 2030
	// in 2031: 3.5% by 2035
	// in 2040: 3.5% by 2035
}

func ExampleExcept() {
	p := scenario.Except{
		Pledge: scenario.Target{Share: 3.5 * scenario.Percent, By: 2035},
		Terms: map[string]scenario.Pledge{
			"ESP": scenario.Target{Share: 2.1 * scenario.Percent, By: 2035},
			"ISL": nil, // no armed forces
		},
	}
	fmt.Println(p)
	// Output:
	// 3.5% of GDP by 2035; ESP: 2.1% of GDP by 2035; ISL: exempt
}

// All shapes end on the target; they differ in the way there.
func ExampleRamp() {
	m := &scenario.Member{Code: "DEU", Share: scenario.NewSeries(2024, 1.5*scenario.Percent), GDP: scenario.NewSeries(2024, 1000)}
	p := scenario.Target{Share: 2.5 * scenario.Percent, By: 2029}
	for _, shape := range []scenario.Shape{scenario.Linear, scenario.ConstantGrowth, scenario.FrontLoaded, scenario.BackLoaded} {
		track := scenario.NewTrack(m, 2024)
		for track.Next() <= 2029 {
			view := track.View(1000) // GDP stands still
			track.Append(scenario.Ramp{Shape: shape}.Spend(view, p.Ask(view)), 1000)
		}
		for year := 2025; year <= 2029; year++ {
			share, _ := track.Share(year)
			fmt.Printf("%-6s", scenario.FormatShare(share))
		}
		fmt.Println(shape)
	}
	// Output:
	// 1.7%  1.9%  2.1%  2.3%  2.5%  equal yearly steps
	// 1.66% 1.84% 2.04% 2.26% 2.5%  constant yearly growth
	// 1.83% 2.1%  2.3%  2.43% 2.5%  falling steps, the largest first
	// 1.57% 1.7%  1.9%  2.17% 2.5%  rising steps, the largest last
}

// A budget that grows 4% a year reaches 2% of GDP the later, the faster GDP
// grows: the example of the package comment.
func ExampleBudget() {
	m := &scenario.Member{Code: "DEU", Share: scenario.NewSeries(2024, 1.5*scenario.Percent), GDP: scenario.NewSeries(2024, 1000)}
	for _, growth := range []float64{0, 1.5 * scenario.Percent, 3 * scenario.Percent} {
		track, gdp, share := scenario.NewTrack(m, 2024), 1000.0, 0.0
		for share < 2*scenario.Percent {
			gdp *= 1 + growth
			track.Append(scenario.Budget{RealGrowth: 4 * scenario.Percent}.Spend(track.View(gdp), scenario.Ask{}), gdp)
			share, _ = track.Share(track.Next() - 1)
		}
		// By hand: ln(2/1.5) / ln(1.04/(1+growth)), rounded up.
		fmt.Println(scenario.Constant(growth), "- years:", track.Next()-2025)
	}
	// Output:
	// GDP grows 0% a year - years: 8
	// GDP grows 1.5% a year - years: 12
	// GDP grows 3% a year - years: 30
}

// A recession of 5% in two years, made good in three.
func ExampleShock() {
	path := scenario.Constant(2 * scenario.Percent)
	shock := scenario.Shock{Path: path, First: 2027, Years: 2, Depth: 5 * scenario.Percent, Recovery: 3}
	fmt.Println(shock)
	growth := make([]float64, 8)
	if err := shock.Central(growth, &scenario.Member{Code: "DEU"}, 2025); err != nil {
		fmt.Println(err)
	}
	level := 1.0
	for i, g := range growth {
		level *= (1 + g) / (1 + float64(path))
		fmt.Printf("%d: growth %6s, GDP %s below the path\n", 2025+i, scenario.FormatShare(g), scenario.FormatShare(math.Abs(1-level)))
	}
	// Output:
	// GDP grows 2% a year; a recession in 2027-2028 costs 5% of GDP, which is made good by 2031
	// 2025: growth     2%, GDP 0% below the path
	// 2026: growth     2%, GDP 0% below the path
	// 2027: growth -0.58%, GDP 2.53% below the path
	// 2028: growth -0.58%, GDP 5% below the path
	// 2029: growth  3.76%, GDP 3.36% below the path
	// 2030: growth  3.76%, GDP 1.7% below the path
	// 2031: growth  3.76%, GDP 0% below the path
	// 2032: growth     2%, GDP 0% below the path
}

// Two members respond in their own ways, everyone else closes a fifth of the gap each
// year, give or take the error of that estimate.
func ExampleByMember() {
	r := scenario.ByMember{
		Of: map[string]scenario.Response{
			"ESP": scenario.Hold{},
			"POL": scenario.Ramp{Pace: 0.5 * scenario.Percent},
		},
		Else: scenario.Partial{Response: scenario.Jump{}, Fraction: 0.2, SE: 0.03, Estimate: "all"},
	}
	ask := scenario.Ask{Share: 3.5 * scenario.Percent}
	for _, code := range []string{"DEU", "ESP", "POL"} {
		m := &scenario.Member{Code: code, Share: scenario.NewSeries(2025, 0.02), GDP: scenario.NewSeries(2025, 1000)}
		fmt.Printf("%s: %.0f of 1000 in 2026, 20 the year before\n", code, r.Spend(scenario.NewTrack(m, 2025).View(1000), ask))
	}
	// Output:
	// DEU: 23 of 1000 in 2026, 20 the year before
	// ESP: 20 of 1000 in 2026, 20 the year before
	// POL: 25 of 1000 in 2026, 20 the year before
}

// average asks that the mean share over the last n years be at least share.
type average struct {
	share float64
	n     int
}

func (p average) Ask(v scenario.View) scenario.Ask {
	need := p.share * float64(p.n)
	for year := v.Year - p.n + 1; year < v.Year; year++ {
		s, _ := v.Share(year) // published or already projected
		need -= s
	}
	return scenario.Ask{Share: need, By: v.Year}
}

func (p average) String() string {
	return fmt.Sprintf("%s of GDP on average over %d years", scenario.FormatShare(p.share), p.n)
}

// A pledge of your own sees published and projected years alike.
func ExamplePledge() {
	m := &scenario.Member{
		Code:  "DEU",
		Share: scenario.NewSeries(2021, scenario.FromPercent(1.5), scenario.FromPercent(1.5), scenario.FromPercent(2), scenario.FromPercent(2)),
		GDP:   scenario.NewSeries(2021, 1000, 1000, 1000, 1000),
	}
	p := average{share: 2 * scenario.Percent, n: 5}
	fmt.Println(p)
	track := scenario.NewTrack(m, 2024)
	for track.Next() <= 2027 {
		view := track.View(1000)
		ask := p.Ask(view)
		fmt.Printf("%d: at least %s is asked\n", view.Year, scenario.FormatShare(ask.Share))
		track.Append(ask.Share*view.Expected, 1000)
	}
	// By hand, in per cent: 10 - (1.5+1.5+2+2) = 3; 10 - (1.5+2+2+3) = 1.5;
	// 10 - (2+2+3+1.5) = 1.5.

	// Output:
	// 2% of GDP on average over 5 years
	// 2025: at least 3% is asked
	// 2026: at least 1.5% is asked
	// 2027: at least 1.5% is asked
}

// A member is looked up by code or name; an unknown one is answered with the
// nearest.
func ExampleDataset_Member() {
	d, err := scenario.NewDataset("example", "USD million",
		scenario.Member{Code: "DEU", ISO2: "DE", Name: "Germany"},
		scenario.Member{Code: "TUR", ISO2: "TR", Name: "Türkiye", Aliases: []string{"Turkey"}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, name := range []string{"de", "turkiye", "Germnay"} {
		m, err := d.Member(name)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(m)
	}
	// Output:
	// DEU (Germany)
	// TUR (Türkiye)
	// unknown member "Germnay" in edition example: did you mean DEU (Germany)?
}
