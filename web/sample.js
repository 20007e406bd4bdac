/** An invented article, laid out as a page scraped from a news site. */
export const sample = `Lakes summit agrees on shared gas reserve but splits over migration
Lakes summit agrees on shared gas reserve but splits over migration
Home / World / Lakes summit agrees on shared gas reserve but splits over migration

Lakes summit agrees on shared gas reserve but splits over migration

World desk | 2026-03-14

Copyright Lakes Courier

Seven governments of the Lakes Council ended two days of talks on Saturday with a common plan for the next winter and little else in common. The host government called the summit a working success. Diplomats from three delegations described it as a truce between neighbours who agree on the price of gas and on almost nothing after that.

Energy prices before everything

Heating bills set the agenda. Household electricity prices in the region have risen by 38 percent in two years, and the council’s energy ministers agreed to fill a shared natural gas reserve by October. Each country will pay according to its consumption. The plan also speeds up permits for offshore wind farms and two new power lines, which grid operators have asked for since the last cold spell brought the network close to a blackout. Consumer groups welcomed the reserve but said that it would not lower electricity bills before next year.

A quarrel over migration

The longest session, on migration, ended without a statement. Border guards counted 41,000 asylum seekers at the council’s southern frontier last year, twice as many as the year before. Two governments demanded faster deportation of rejected applicants and joint patrols. Others insisted that refugees be shared out by quota first. The UN refugee agency warned that people turned back at the border had no access to a lawyer or a doctor. The interior ministers will meet again in May.

Rules for artificial intelligence

On technology the delegations moved faster than expected. Companies that use artificial intelligence to choose tenants, job applicants or patients will have to register their systems and let regulators test the algorithms. The data protection authorities asked for a ban on facial recognition in public places; the police chiefs opposed it, and the draft now leaves the question to each parliament. Start-ups fear that the new rules favour large technology companies, which can afford the paperwork.

Housing, the unplanned subject Housing was not on the programme, yet every mayor who spoke raised it. Rents in the seven capitals have outrun wages for a decade, and the waiting lists for social housing are longer than at any time since the council was founded. The mayors want the development bank to lend more for affordable homes and ask governments to tax apartments that stand empty. The finance ministers promised to study the proposal, but noted that mortgage rates and building costs would decide how many homes are built.

What comes next

The reserve needs the consent of all seven parliaments. Opposition parties in two of them have already said that they will vote against it unless fuel taxes are cut. A spokesperson for the host government said that the alternative was another winter of emergency purchases, at whatever price the market asked.

Related articles

Ferry timetable changes from next week
Ferry timetable changes from next week
The harbour office has published its sum...
2026-03-13
Museum of glass reopens after repairs
Museum of glass reopens after repairs
Visitors can again see the collection in...
2026-03-12
`;
