package small

import (
	"fmt"
	"math/rand/v2"
)

// Programmes by chance, for tests of what may be told: shape decides what there is, values what the numbers of few
// people are.

const randomFactories = "Factory ID,Name,Country,Region,Wage region,Workers\n" +
	"A,Alpha,VN,VN-I,VN-I,400\nB,Beta,VN,VN-I,VN-I,310\nC,Gamma,VN,VN-I,VN-I,\nD,Delta,VN,VN-I,VN-I,900\nE,Eps,VN,VN-I,VN-I,80\nF,Zeta,VN,VN-I,VN-I,75\n"

// RandomPay writes a programme with pay of groups of some factories and quarters; where secret says so, groups have
// fewer than five people and another pay each time it is written, between the minimum wage and the living wage.
func RandomPay(shape, values *rand.Rand) Sheets {
	out := "Factory ID,Month,Worker group,Workers,Regular pay,Currency,Basis,Hours per week\n"
	used := 0
	for _, factory := range []string{"A", "B", "C", "D", "E", "F"} {
		for _, month := range []string{"2025-10", "2026-01", "2026-04", "2026-07"} {
			secret := shape.IntN(3) == 0
			for group := range 1 + shape.IntN(4) {
				workers, amount := 12+shape.IntN(60), 5400000+100000*shape.IntN(28)
				if secret {
					used++
					workers, amount = 1+shape.IntN(4), 5400000+values.IntN(25000)*100+used
				}
				out += fmt.Sprintf("%s,%s,Group %d,%d,%d,VND,gross,48\n", factory, month, group, workers, amount)
			}
			if !secret && shape.IntN(2) == 0 { // the worst paid, whom the median passes over
				out += fmt.Sprintf("%s,%s,Trainees,%d,%d,VND,gross,48\n", factory, month, 1+shape.IntN(4), 5311000+values.IntN(88000))
			}
		}
	}
	return Sheets{"Factories": randomFactories, "Earnings": out}
}

// RandomCounts writes a programme with what counts people: places of noise and light, rooms, messages, training,
// interviews and injuries. Where few people stand, how few they are depends on values.
func RandomCounts(shape, values *rand.Rand) Sheets {
	few := func() int { return 1 + values.IntN(9) }
	manyOrFew := func() int {
		if n := 10 + shape.IntN(90); n%2 == 0 {
			return n
		}
		return few()
	}
	light, dorms := "Factory ID,Date,Location,Process,Lux,Workers\n", "Factory ID,Date,Building,Room,Occupants,Floor area\n"
	for _, factory := range []string{"A", "B", "C", "D", "E", "F"} {
		for _, quarter := range []string{"2026-02-03", "2026-08-04"} {
			light += fmt.Sprintf("%s,%s,Line,stitching,900,%d\n%s,%s,Corner,stitching,90,%d\n%s,%s,Yard,yard work,90,%d\n",
				factory, quarter, manyOrFew(), factory, quarter, manyOrFew(), factory, quarter, manyOrFew())
			for room := range 5 {
				dorms += fmt.Sprintf("%s,%s,1,%d,%d,40\n", factory, quarter, room, 4+shape.IntN(4))
			}
			dorms += fmt.Sprintf("%s,%s,1,closet,%d,1\n", factory, quarter, manyOrFew())
		}
	}
	safety := "Factory ID,Period,Injuries,Hours worked,Lost time,Fatalities\n"
	injured := few() // of all factories
	safety += fmt.Sprintf("A,2026-Q3,%d,180000,%d,%d\nB,2026-Q3,0,90000,0,0\n", injured, values.IntN(injured+1), few())
	noise := "Factory ID,Date,Location,Level,Hours,Workers\n"
	feedback := "Factory ID,Period,Channel,Received,Resolved,Median days\n"
	for _, factory := range []string{"A", "B", "C", "D", "E", "F"} {
		for _, quarter := range []string{"2026-02-03", "2026-08-04"} {
			quiet, loud := 10+shape.IntN(90), 10+shape.IntN(90)
			if shape.IntN(2) == 0 {
				loud = few()
			}
			noise += fmt.Sprintf("%s,%s,Sewing,79.5,8,%d\n%s,%s,Press,91.3,8,%d\n", factory, quarter, quiet, factory, quarter, loud)
		}
		received, resolved, days := 40+shape.IntN(30), 20+shape.IntN(10), 3+shape.IntN(9)
		if shape.IntN(2) == 0 {
			received, days = few(), 1+values.IntN(30)
			resolved = received
		}
		feedback += fmt.Sprintf("%s,2026-Q3,Box,%d,%d,%d\n", factory, received, resolved, days)
	}
	return Sheets{"Factories": randomFactories, "Noise": noise, "Feedback": feedback, "Light": light, "Dorms": dorms,
		"Safety":   safety,
		"Audits":   fmt.Sprintf("Audit ID,Factory ID,Date,Kind,Workers interviewed\nX,A,2026-08-01,internal,%d\nY,B,2026-08-02,third-party,24\n", few()),
		"Training": fmt.Sprintf("Factory ID,Date,Topic,Audience,People,Hours\nA,2026-08-01,Fire,workers,%d,2\nB,2026-08-02,Law,management,14,1\n", few())}
}
