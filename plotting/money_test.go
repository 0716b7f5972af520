package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMoney(t *testing.T) {
	for _, tc := range []struct {
		unit         string
		largest, v   float64
		want, amount string
	}{
		{"USD million, 2015 prices and exchange rates", 75_700, 20_660, "USD billion, 2015 prices and exchange rates", "USD 21 billion"},
		{"USD million, 2015 prices", 999, 8.04, "USD million, 2015 prices", "USD 8.0 million"},
		{"USD million, 2015 prices", 1000, 1000, "USD billion, 2015 prices", "USD 1.0 billion"},
		{"USD million, 2015 prices", -12_345_000, -12_345_000, "USD trillion, 2015 prices", "USD −12 trillion"},
		{"USD million", 0.4, 0.4, "USD thousand", "USD 400 thousand"},
		{"USD million", 0, 0, "USD million", "USD 0 million"},
		{"EUR trillion, current prices", 12_345, 12_345, "EUR trillion, current prices", "EUR 12,345 trillion"},
		{"million", 2000, 2000, "million", "2,000 million"}, // no currency before it
		{"crowns of 1913", 2e6, 2e6, "crowns of 1913", "2,000,000 crowns of 1913"},
		{"", 1500, 1500, "", "1,500"},
	} {
		m := moneyOf(tc.unit, tc.largest)
		if m.String() != tc.want || m.amount(tc.v) != tc.amount {
			t.Errorf("%q up to %v: unit %q, %v is %q, want %q, %q", tc.unit, tc.largest, m, tc.v, m.amount(tc.v), tc.want, tc.amount)
		}
	}
}

func TestMoneyNumber(t *testing.T) {
	m := moneyOf("USD million", 5e6)
	got := map[float64]string{}
	want := map[float64]string{
		0: "0", 4_000: "0", 5_000: "0.01", 994_000: "0.99", 996_000: "1.0", 9_940_000: "9.9", 9_960_000: "10",
		1_234_500_000: "1,234", -20_600_000: "−21", -4_000: "0", -300_000: "−0.30",
	}
	for v := range want {
		got[v] = m.number(v)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("numbers (-want +got):\n%s", diff)
	}
}

func TestMoneyTicks(t *testing.T) {
	billions, millions := moneyOf("USD million", 5000), moneyOf("USD million", 1)
	for _, tc := range []struct {
		name     string
		ticks    moneyTicks
		from, to float64
		want     []string
		ends     [2]float64
	}{
		{"costs", moneyTicks{billions, 6}, 0, 75_000, []string{"0", "20", "40", "60", "80"}, [2]float64{0, 80_000}},
		{"savings", moneyTicks{billions, 6}, -41_000, 0, []string{"−50", "−40", "−30", "−20", "−10", "0"}, [2]float64{-50_000, 0}},
		{"both", moneyTicks{billions, 5}, -3000, 12_000, []string{"−5", "0", "5", "10", "15"}, [2]float64{-5000, 15_000}},
		{"fractions", moneyTicks{millions, 4}, 0, 1, []string{"0", "0.5", "1.0"}, [2]float64{0, 1}},
		{"thousands", moneyTicks{billions, 3}, 0, 1.9e6, []string{"0", "1,000", "2,000"}, [2]float64{0, 2e6}},
		{"nothing", moneyTicks{billions, 3}, 0, 0, []string{"0"}, [2]float64{0, 0}},
		{"too little", moneyTicks{millions, 3}, 0, 0.01, []string{"0"}, [2]float64{0, 0}},
		{"no room", moneyTicks{billions, 0}, 0, 7000, []string{"0", "10"}, [2]float64{0, 10_000}},
	} {
		ticks := tc.ticks.Ticks(tc.from, tc.to)
		var labels []string
		for _, tick := range ticks {
			labels = append(labels, tick.Label)
		}
		ends := [2]float64{ticks[0].Value, ticks[len(ticks)-1].Value}
		if diff := cmp.Diff(tc.want, labels); diff != "" || ends != tc.ends {
			t.Errorf("%s: ends %v, want %v, labels (-want +got):\n%s", tc.name, ends, tc.ends, diff)
		}
	}
}
