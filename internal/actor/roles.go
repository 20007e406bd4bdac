package actor

// titles are the last words of what stands before a person's name.
const titles = `
alderman president minister premier taoiseach chancellor secretary general adviser envoy ambassador representative
commissioner speaker leader senator sen rep congressman congresswoman councillor lawmaker governor gov mayor
mp mep judge justice prosecutor counsel attorney lawyer gen brigadier admiral colonel major captain
lieutenant sergeant sgt commander chief inspector detective officer sheriff executive ceo chairman chairwoman
chair chairperson director founder spokesman spokeswoman spokesperson professor prof dr mr mrs ms sir lord
dame baroness king queen prince princess emir sultan sheikh duke pope cardinal archbishop bishop rev pastor
rabbi imam ayatollah coach manager economist analyst researcher scientist activist campaigner author
journalist brig capt col councilman councilwoman superintendent commandant banker singer striker fan deputy
trader teacher nurse farmer student owner resident
`

// groups are nouns that name people or bodies who can want something.
const groups = `
minister ministers official officials lawmaker lawmakers legislator legislators parliamentarian
parliamentarians senator senators congressman congressmen mp mps mep meps politician politicians leader
leaders president presidents governor governors mayor mayors councillor councillors peers backbenchers union
unions farmer farmers growers ranchers fisherman fishermen resident residents villagers neighbours neighbors
locals homeowner homeowners tenant tenants landlord landlords critic critics opponent opponents supporter
supporters ally allies rivals activist activists campaigner campaigners protester protesters demonstrator
demonstrators dissident dissidents environmentalist environmentalists conservationist conservationists
delegation delegations delegate delegates government governments administration administrations cabinet
cabinets opposition ministry ministries department departments agency agencies authority authorities council
councils municipality municipalities parliament parliaments legislature legislatures assembly assemblies
senate congress committee committees commission commissions panel panels inquiry watchdog watchdogs regulator
regulators ombudsman tribunal tribunals court courts judge judges justices magistrate magistrates jury juries
juror jurors prosecutor prosecutors prosecution lawyer lawyers attorney attorneys plaintiff plaintiffs
defendant defendants investigator investigators detective detectives police policeman policemen officer
officers sheriff sheriffs army armies military militaries navy troops soldier soldiers forces generals
commander commanders junta juntas militia militias militant militants rebel rebels insurgent insurgents
fighter fighters separatist separatists gunman gunmen jihadist jihadists extremist extremists terrorist
terrorists paramilitary paramilitaries gang gangs cartel cartels smuggler smugglers hacker hackers party
parties coalition coalitions faction factions alliance alliances bloc blocs conservatives liberals democrat
democrats republicans socialist socialists nationalist nationalists populist populists hardliner hardliners
moderates reformist reformists loyalist loyalists voter voters candidate candidates citizen citizens taxpayer
taxpayers pensioners consumer consumers customer customers passenger passengers commuters driver drivers
motorist motorists cyclists employer employers employee employees worker workers staff staffer staffers
strikers teacher teachers lecturer lecturers academics student students pupils parent parents mother mothers
father fathers family families relatives victim victims survivor survivors patients carers nurse nurses
doctor doctors medics surgeon surgeons paramedic paramedics firefighter firefighters rescuer rescuers
hospital hospitals school schools university universities college colleges company companies firm firms
business businesses corporation corporations manufacturer manufacturers carmaker carmakers automaker
automakers drugmaker drugmakers chipmaker chipmakers producer producers supplier suppliers retailer retailers
developer developers builders contractor contractors airline airlines airport airports operator operators
utilities exporters importers trader traders investor investors shareholder shareholders bondholders creditor
creditors lender lenders bank banks banker bankers insurers fund funds donor donors executives board boards
director directors chairman owner owners lobbyist lobbyists lobby startup startups publisher publishers
broadcaster broadcasters platforms journalist journalists reporter reporters economist economists analyst
analysts expert experts scientist scientists researcher researchers adviser advisers advisor advisors aide
aides diplomat diplomats ambassador ambassadors envoy envoys negotiator negotiators mediator mediators
peacekeeper peacekeepers monitors inspector inspectors observer observers spokesman spokesmen spokeswoman
spokeswomen spokesperson charity charities nonprofit nonprofits ngo ngos group groups organisation
organisations organization organizations association associations federation federations foundation
foundations institute volunteer volunteers refugee refugees migrant migrants immigrant immigrants settler
settlers hostage hostages captors prisoner prisoners inmates detainee detainees veteran veterans church
churches bishop bishops cleric clerics priest priests monarchy royals tribe tribes elders community
communities club clubs league leagues team teams player players coach coaches fans athlete athletes organiser
organisers organizer organizers artists writer writers actor actors country countries nation nations state
states province provinces city cities miners dockers dockworkers truckers pilot pilots planners whistleblower
whistleblowers women men people public crew crews coastguard squads guards bureau secretariat presidency
leadership management consortium syndicate head heads chief chiefs boss bosses secretary premier deputy
deputies broker brokers office side sides campaign network bakers newspaper sponsor sponsors riders
rider cyclist captain
`

// given are frequent given names, and family names of languages that put them
// first. Written for this project.
const given = `
Aaron Abdel Abdul Abdullah Abigail Abraham Adam Adel Adrian Ahmad Ahmed Aisha Akira Alan Albert Alberto Alejandro Aleksandar Aleksander Aleksandr Aleksei Alessandro Alex Alexander Alexandra Alexei Alexey Alexis Alfonso Alfred Ali Alice Alison Amanda Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrew Andrey Andrii Andriy Andrzej André Andy Angela Anna Annalena
Anne Annie Anthony Antoine Anton Antonio António Anwar Arjun Arnold Arthur Arvind Ayman Aziz Barack Barbara Bashar Bassirou Ben Benjamin Benny Bernard Bernie Beth Bob Bola Boris Brad Brendan Brett Brian Bruce Bruno Bryan Carl Carlos Carmen Carol Carolina Caroline Catherine Charles Charlie Chris Christina Christine Christopher Claire Claude Claudia Claudio Colin Connor Craig Cristina Cyril
Daniel Daniela Danny Darren Dave David Deborah Denis Dennis Derek Devendra Diana Diego Dmitri Dmitry Dmytro Dominic Donald Donna Douglas Duncan Ed Eddie Eduardo Edward Ehud Eleanor Elena Elias Elisabeth Elizabeth Ellen Elon Emily Emma Emmanuel Emmerson Enrique Eric Erik Erin Ernesto Ethan Eugene Eva Evan Faisal Fatima Federico Felipe Felix Ferdinand Fernanda Fernando Fiona Francesca
Francesco Francis Francisco Franz François Fred Frederik Friedrich Fumio Gabriel Gabriela Gareth Gary Gautam Gavin Geert Geoffrey George Gerhard Gideon Giorgia Giorgio Giovanni Giulia Giuseppe Gordon Graham Greg Gregory Greta Gustavo Hakan Hamid Hannah Hans Harry Hasan Hassan Heather Heidi Helen Henrik Henry Hillary Hiroshi Hossein Howard Hugo Humza Hussein Hélène Ian Ibrahim Ibrahima Igor Ilham
Imran Irene Irina Isaac Isabel Ismail Itamar Ivan Ivana Jacinda Jack Jacob Jacques Jaime Jair Jake Jakub James Jamie Jane Janet Jared Jason Javier Jean Jeff Jeffrey Jennifer Jens Jeremy Jerry Jesse Jessica Jesús Jill Jim Jimmy Joan Joanna Joaquín Joe Joel Johan Johannes John Jon Jonas Jonathan Jorge Josef Joseph Josh Joshua José João Juan
Judith Julia Julian Julie Julien Julio Julius Justin Jürgen Kaja Kamal Kamala Karen Karim Karl Karol Kate Katherine Kathleen Katie Keir Keith Kelly Kemi Ken Kenji Kenneth Kevin Khaled Khalid Klaus Kristalina Kristina Kwame Kyle Kyriakos Lars Laura Lauren Laurent Lawrence Leo Leon Leonardo Liam Linda Lindsey Lisa Liz Louis Louise Luc Luca Lucas Lucy Luis
Luiz Lukas Luke Magdalena Mahmoud Malcolm Manuel Marc Marco Marcos Marcus Margaret Maria Marie Marina Mario Martha Martin Mary María Masoud Mateusz Matt Matteo Matthew Matthias Maurice Maxim Mehdi Mehmet Melissa Mette Michael Michel Michelle Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Monica Mostafa Muhammad Muhammadu Mukesh Murat Mustafa Nancy Naomi Narendra Nasser Natalia Natalie
Nathan Nayib Neil Ngozi Nicholas Nick Nicola Nicolas Nicole Nicolás Nigel Nikki Nikol Nikolai Nina Nirmala Noah Olaf Oleg Oleksandr Olga Oliver Olivia Olivier Omar Oscar Pablo Paolo Patricia Patrick Paul Paulo Pavel Pedro Peter Petr Petra Petro Philip Philippe Phillip Pierre Pietro Piotr Prabowo Priti Priya Rachel Rafael Rahul Rajesh Rajnath Ralph Ramón Ravi Raymond
Raúl Rebecca Recep Ricardo Richard Rishi Rita Robert Roberto Rodrigo Roger Roland Ron Ronald Rosa Ross Roy Rupert Russell Ruth Ryan Sadiq Salah Salman Salva Sam Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean Sebastian Sergei Sergey Sergio Serhii Shannon Sharon Shehbaz Shigeru Shinzo Shmuel Silvio Simon Sonia Sophie Stefan Stella Stephanie Stephen Steve Steven
Stuart Sunil Susan Suzanne Svetlana Sviatlana Sébastien Taro Teresa Terry Theresa Thierry Thomas Tim Timothy Tom Tomas Tomasz Tony Tulsi Uhuru Ulf Ursula Valentina Victor Viktor Vincent Vitali Vivek Vladimir Volker Volodymyr Václav Walter Wayne William Winston Wolfgang Xavier Yair Yevgeny Yitzhak Yoav Yoweri Yulia Yuri Yusuf Yvette Yvonne Zainab Zoe Zoran
Chen Choi Huang Kim Lai Lee Li Liu Nguyen Pham Tran Wang Wu Xi Yang Yoon Zhang Zhao Zhou
`
