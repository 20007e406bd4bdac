package actor

import "rubricator/internal/token"

// Title has the last words of what stands before a person's name.
var Title = token.NewSet(`
alderman president minister premier taoiseach chancellor secretary general adviser envoy ambassador representative
commissioner speaker leader senator sen rep congressman congresswoman councillor lawmaker governor gov mayor
mp mep judge justice prosecutor counsel attorney lawyer gen brigadier admiral colonel major captain
lieutenant sergeant sgt commander chief inspector detective officer sheriff executive ceo chairman chairwoman
chair chairperson director founder spokesman spokeswoman spokesperson professor prof dr mr mrs ms sir lord
dame baroness king queen prince princess emir sultan sheikh duke pope cardinal archbishop bishop rev pastor
rabbi imam ayatollah coach manager economist analyst researcher scientist activist campaigner author
journalist brig capt col councilman councilwoman superintendent commandant banker singer striker fan deputy
trader teacher nurse farmer student owner resident
`)

// Group has the nouns that name people or bodies who can want something.
var Group = token.NewSet(`
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
`)

// given are frequent given names, and family names of languages that put them
// first. Written for this project.
var given = token.NewSet(`
aaron abdel abdul abdullah abigail abraham adam adel adrian ahmad ahmed aisha akira alan albert alberto alejandro aleksandar aleksander aleksandr aleksei alessandro alex alexander alexandra alexei alexey alexis alfonso alfred ali alice alison amanda amina amir amit amy ana anastasia anders andre andrea andreas andrei andrew andrey andrii andriy andrzej andré andy angela anna annalena
anne annie anthony antoine anton antonio antónio anwar arjun arnold arthur arvind ayman aziz barack barbara bashar bassirou ben benjamin benny bernard bernie beth bob bola boris brad brendan brett brian bruce bruno bryan carl carlos carmen carol carolina caroline catherine charles charlie chris christina christine christopher claire claude claudia claudio colin connor craig cristina cyril
daniel daniela danny darren dave david deborah denis dennis derek devendra diana diego dmitri dmitry dmytro dominic donald donna douglas duncan ed eddie eduardo edward ehud eleanor elena elias elisabeth elizabeth ellen elon emily emma emmanuel emmerson enrique eric erik erin ernesto ethan eugene eva evan faisal fatima federico felipe felix ferdinand fernanda fernando fiona francesca
francesco francis francisco franz françois fred frederik friedrich fumio gabriel gabriela gareth gary gautam gavin geert geoffrey george gerhard gideon giorgia giorgio giovanni giulia giuseppe gordon graham greg gregory greta gustavo hakan hamid hannah hans harry hasan hassan heather heidi helen henrik henry hillary hiroshi hossein howard hugo humza hussein hélène ian ibrahim ibrahima igor ilham
imran irene irina isaac isabel ismail itamar ivan ivana jacinda jack jacob jacques jaime jair jake jakub james jamie jane janet jared jason javier jean jeff jeffrey jennifer jens jeremy jerry jesse jessica jesús jill jim jimmy joan joanna joaquín joe joel johan johannes john jon jonas jonathan jorge josef joseph josh joshua josé joão juan
judith julia julian julie julien julio julius justin jürgen kaja kamal kamala karen karim karl karol kate katherine kathleen katie keir keith kelly kemi ken kenji kenneth kevin khaled khalid klaus kristalina kristina kwame kyle kyriakos lars laura lauren laurent lawrence leo leon leonardo liam linda lindsey lisa liz louis louise luc luca lucas lucy luis
luiz lukas luke magdalena mahmoud malcolm manuel marc marco marcos marcus margaret maria marie marina mario martha martin mary maría masoud mateusz matt matteo matthew matthias maurice maxim mehdi mehmet melissa mette michael michel michelle miguel mike mikhail mitch mitt mohamed mohammad mohammed monica mostafa muhammad muhammadu mukesh murat mustafa nancy naomi narendra nasser natalia natalie
nathan nayib neil ngozi nicholas nick nicola nicolas nicole nicolás nigel nikki nikol nikolai nina nirmala noah olaf oleg oleksandr olga oliver olivia olivier omar oscar pablo paolo patricia patrick paul paulo pavel pedro peter petr petra petro philip philippe phillip pierre pietro piotr prabowo priti priya rachel rafael rahul rajesh rajnath ralph ramón ravi raymond
raúl rebecca recep ricardo richard rishi rita robert roberto rodrigo roger roland ron ronald rosa ross roy rupert russell ruth ryan sadiq salah salman salva sam samantha samuel sandra sanjay sara sarah scott sean sebastian sergei sergey sergio serhii shannon sharon shehbaz shigeru shinzo shmuel silvio simon sonia sophie stefan stella stephanie stephen steve steven
stuart sunil susan suzanne svetlana sviatlana sébastien taro teresa terry theresa thierry thomas tim timothy tom tomas tomasz tony tulsi uhuru ulf ursula valentina victor viktor vincent vitali vivek vladimir volker volodymyr václav walter wayne william winston wolfgang xavier yair yevgeny yitzhak yoav yoweri yulia yuri yusuf yvette yvonne zainab zoe zoran
chen choi huang kim lai lee li liu nguyen pham tran wang wu xi yang yoon zhang zhao zhou
`)
