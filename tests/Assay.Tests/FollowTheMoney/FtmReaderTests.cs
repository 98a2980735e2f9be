using System.Text;
using Xunit;
using static Assay.Tests.FollowTheMoney.FtmRun;

namespace Assay.Tests.FollowTheMoney;

/// <summary>Entities of FollowTheMoney as rows of the record.</summary>
public sealed class FtmReaderTests
{
    [Fact]
    public void A_company_has_its_names_its_registration_and_its_numbers()
    {
        var run = Of("""{"id":"NK-1","caption":"Acme Ltd","schema":"Company","properties":{"name":["ACME LIMITED","Acme Ltd"],"alias":["~Acme|Co"],"weakAlias":["AC"],"previousName":["Zenith"],"jurisdiction":["gb"],"country":["gb","ru"],"registrationNumber":["07444723"],"leiCode":["213800KZEW5W6BZMNT62"],"wikidataId":["Q42"],"topics":["sanction"]},"referents":["gb-coh-07444723"],"datasets":["gb_coh"]}""");
        Assert.Equal(["id=lei-213800kzew5w6bzmnt62 kind=company name=Acme Ltd aliases=ACME LIMITED|Acme/Co|Zenith country=gb identifiers=ftm:NK-1|gb-coh:07444723|lei:213800KZEW5W6BZMNT62|wikidata:Q42|ftm:gb-coh-07444723"], run.Table("entities"));
        Assert.Equal(["entity=lei-213800kzew5w6bzmnt62 country=gb"], run.Table("domiciles"));
        Assert.Equal(["publisher=gb_coh title=[FollowTheMoney data set gb_coh] kind=reference"], run.Table("sources", "publisher", "title", "kind"));
        Assert.Equal((1, 1), (run.Skipped("property topics"), run.Skipped("property weakAlias")));
        Assert.Empty(run.Sink.Problems);
    }

    [Fact]
    public void The_dead_and_the_dissolved_end()
    {
        var run = Of(Entity("a", "Company", "\"name\":[\"A\"],\"dissolutionDate\":[\"2016-01-01\",\"2017\"]"), Entity("b", "Person", "\"name\":[\"B\"],\"deathDate\":[\"2015-03\"]"), Entity("c", "Person", "\"name\":[\"C\"]"));
        Assert.Equal(["entity=ftm-a day=2017", "entity=ftm-b day=2015-03"], run.Table("ends"));
    }

    [Fact]
    public void Of_several_countries_none_is_taken()
    {
        var run = Of(Entity("a", "Company", "\"name\":[\"A\"],\"country\":[\"de\",\"fr\"]"), Entity("b", "Company", "\"name\":[\"B\"],\"jurisdiction\":[\"de\"],\"country\":[\"de\",\"fr\"]"));
        Assert.Equal(["name=A", "name=B country=de"], run.Table("entities", "name", "country"));
        Assert.Equal(1, run.Skipped("countries of entities that have several"));
    }

    [Fact]
    public void A_person_is_of_their_nationality_and_not_of_where_they_live()
    {
        var run = Of(Entity("a", "Person", "\"name\":[\"Ann Bell\"],\"nationality\":[\"ie\"],\"country\":[\"gb\"],\"passportNumber\":[\"1\"],\"innCode\":[\"2\"]"), Entity("b", "Person", "\"firstName\":[\"Bo\"],\"lastName\":[\"Dahl\"],\"country\":[\"gb\"]"));
        Assert.Equal(["kind=person name=Ann Bell country=ie", "kind=person name=Bo Dahl"], run.Table("entities", "kind", "name", "country"));
        Assert.DoesNotContain(run.Table("entities"), row => row.Contains("inn", StringComparison.Ordinal));
        Assert.Empty(run.Table("domiciles"));
    }

    [Theory]
    [InlineData("\"percentage\":[\"12,5 %\"],\"startDate\":[\"2020-01-10\"]", "share_pct=12.5 interest=shares status=reported from=2020-01-10")]
    [InlineData("\"percentage\":[\">25%\"]", "share_min=>25 share_max=100 interest=shares status=reported note=percentage: >25%")]
    [InlineData("\"percentage\":[\"25-50\"]", "share_min=25 share_max=50 interest=shares status=reported")]
    [InlineData("\"percentage\":[\"25\",\"30\"]", "share_min=25 share_max=30 interest=shares status=reported note=percentage: 25, 30")]
    [InlineData("\"percentage\":[\"a lot\"]", "share_min=0 share_max=100 interest=shares status=reported note=percentage: a lot")]
    [InlineData("\"percentage\":[\"120\"]", "share_min=0 share_max=100 interest=shares status=reported note=percentage: 120")]
    [InlineData("\"percentage\":50", "share_pct=50 interest=shares status=reported")]
    [InlineData("", "share_min=0 share_max=100 interest=shares status=reported")]
    [InlineData("\"sharesCount\":[\"37000\"]", "share_min=0 share_max=100 interest=shares status=reported note=sharesCount: 37000")]
    [InlineData("\"role\":[\"ownership-of-shares-25-to-50-percent\"]", "share_min=>25 share_max=50 interest=shares status=reported note=role: ownership-of-shares-25-to-50-percent")]
    [InlineData("\"percentage\":[\"30\"],\"role\":[\"ownership-of-shares-25-to-50-percent\"]", "share_pct=30 interest=shares status=reported note=role: ownership-of-shares-25-to-50-percent")]
    [InlineData("\"percentage\":[\"60\"],\"role\":[\"ownership-of-shares-25-to-50-percent\"]", "share_min=>25 share_max=60 interest=shares status=reported note=role: ownership-of-shares-25-to-50-percent")]
    [InlineData("\"role\":[\"voting-rights-75-to-100-percent\"]", "share_min=75 share_max=100 interest=votes status=reported note=role: voting-rights-75-to-100-percent")]
    [InlineData("\"percentage\":[\"80\"],\"sharesType\":[\"voting shares\"]", "share_pct=80 interest=votes status=reported note=sharesType: voting shares")]
    [InlineData("\"role\":[\"subsidiary of\"]", "share_min=0 share_max=100 interest=shares status=reported note=role: subsidiary of")]
    [InlineData("\"percentage\":[\"5\"],\"startDate\":[\"2001-05-02\",\"2001-07-02\"]", "share_pct=5 interest=shares status=reported from=2001 note=startDate: 2001-05-02, 2001-07-02")]
    [InlineData("\"percentage\":[\"5\"],\"startDate\":[\"2001\",\"2005\"]", "share_pct=5 interest=shares status=reported seen=2005 note=startDate: 2001, 2005")]
    [InlineData("\"percentage\":[\"5\"],\"startDate\":[\"2001\"],\"endDate\":[\"2012\",\"2025\"]", "share_pct=5 interest=shares status=reported to=2025 note=endDate: 2012, 2025")]
    [InlineData("\"percentage\":[\"5\"],\"startDate\":[\"2001\"],\"status\":[\"inactive\"]", "share_pct=5 interest=shares status=reported note=status: inactive")]
    [InlineData("\"percentage\":[\"5\"],\"date\":[\"2001-03\"]", "share_pct=5 interest=shares status=reported seen=2001-03")]
    [InlineData("\"percentage\":[\"5\"],\"endDate\":[\"soon\"],\"startDate\":[\"2001\"]", "share_pct=5 interest=shares status=reported note=endDate: soon")]
    public void An_ownership_is_a_stake(string properties, string stake)
    {
        var run = Of(Company("a"), Company("b"), Owning(properties));
        Assert.Equal([$"owner=ftm-a asset=ftm-b {stake}"], run.Table("stakes"));
    }

    [Fact]
    public void What_is_held_through_others_is_no_stake()
    {
        var run = Of(Company("a"), Company("b"), Owning("\"role\":[\"beneficial owner\"],\"percentage\":[\"51\"]"), Owning("\"ownershipType\":[\"indirect\"]", "own-2"));
        Assert.Empty(run.Table("stakes"));
        Assert.Equal(["type=unknown-interest directness=unknown", "type=unknown-interest directness=indirect"], run.Table("interests", "type", "directness"));
    }

    [Fact]
    public void Rights_are_interests_and_say_nothing_of_capital()
    {
        var run = Of(Company("a"), Company("b"), Owning("\"role\":[\"right-to-appoint-and-remove-directors\",\"significant-influence-or-control\"]"));
        Assert.Empty(run.Table("stakes"));
        Assert.Equal(["type=appointment-of-board", "type=other-influence-or-control"], run.Table("interests", "type"));
    }

    [Fact]
    public void A_share_in_an_asset_is_a_participating_one()
    {
        var run = Of(Company("a"), Entity("b", "Vessel", "\"name\":[\"Ever On\"],\"owner\":[\"a\"],\"operator\":[\"a\"]"), Owning("\"percentage\":[\"40\"]"));
        Assert.Equal(["share_min=0 share_max=100 interest=participating", "share_pct=40 interest=participating"], run.Table("stakes", "share_pct", "share_min", "share_max", "interest"));
        Assert.Equal(["operator=ftm-a asset=ftm-b role=operator"], run.Table("operations", "operator", "asset", "role"));
    }

    [Fact]
    public void Every_owner_has_its_stake_in_every_asset()
    {
        var run = Of(Company("a"), Company("b"), Company("c"), Entity("o", "Ownership", "\"owner\":[\"a\",\"b\"],\"asset\":[\"b\",\"c\"]"));
        Assert.Equal(["owner=ftm-a asset=ftm-b", "owner=ftm-a asset=ftm-c", "owner=ftm-b asset=ftm-b", "owner=ftm-b asset=ftm-c"], run.Table("stakes", "owner", "asset"));
    }

    [Theory]
    [InlineData("\"percentage\":[\"50\"]", "share_min=0 share_max=50 interest=shares note=percentage: 50")]
    [InlineData("\"percentage\":[\">25\"]", "share_min=0 share_max=100 interest=shares note=percentage: >25")]
    [InlineData("\"role\":[\"ownership-of-shares-25-to-50-percent\"]", "share_min=0 share_max=50 interest=shares note=role: ownership-of-shares-25-to-50-percent")]
    [InlineData("\"role\":[\"voting-rights-75-to-100-percent\"]", "share_min=0 share_max=100 interest=votes note=role: voting-rights-75-to-100-percent")]
    public void Of_a_share_of_several_owners_or_in_several_assets_nobody_can_tell_what_each_has(string share, string stake)
    {
        var owners = Of(Company("a"), Company("b"), Company("c"), Entity("o", "Ownership", $"\"owner\":[\"a\",\"b\"],\"asset\":[\"c\"],{share}"));
        var assets = Of(Company("a"), Company("b"), Company("c"), Entity("o", "Ownership", $"\"owner\":[\"a\"],\"asset\":[\"b\",\"c\"],{share}"));
        foreach (var run in (FtmRun[])[owners, assets])
        {
            Assert.Equal([stake, stake], run.Table("stakes", "share_pct", "share_min", "share_max", "interest", "note"));
            Assert.Equal(2, run.Skipped("shares of several owners or in several assets"));
        }
    }

    [Fact]
    public void One_owner_that_is_named_twice_is_one()
    {
        var run = Of(Company("a"), Company("b"), Entity("o", "Ownership", "\"owner\":[\"a\",\"a\"],\"asset\":[\"b\"],\"percentage\":[\"50\"]"));
        Assert.Equal(["share_pct=50"], run.Table("stakes", "share_pct", "share_min", "share_max"));
    }

    [Theory]
    [InlineData("alleged owner")]
    [InlineData("pledgee")]
    [InlineData("nominee shareholder")]
    [InlineData("trustee")]
    public void A_share_with_a_role_that_may_take_it_back_may_be_less(string role)
    {
        var run = Of(Company("a"), Company("b"), Owning($"\"role\":[\"{role}\"],\"percentage\":[\"80\"]"));
        Assert.Equal(["share_min=0 share_max=80"], run.Table("stakes", "share_pct", "share_min", "share_max"));
        Assert.Equal(1, run.Skipped("they may be less"));
    }

    [Fact]
    public void The_share_of_a_beneficial_owner_stands_in_the_note() =>
        Assert.Equal(["type=unknown-interest note=percentage: 51; role: beneficial owner"], Of(Company("a"), Company("b"), Owning("\"role\":[\"beneficial owner\"],\"percentage\":[\"51\"]")).Table("interests", "type", "note").Select(Sorted));

    // In whatever order the note has them.
    private static string Sorted(string row) => $"{row[..row.IndexOf("note=", StringComparison.Ordinal)]}note={string.Join("; ", row[(row.IndexOf("note=", StringComparison.Ordinal) + 5)..].Split("; ").Order(StringComparer.Ordinal))}";

    [Theory]
    [InlineData("", "kind=organization country=de note=public body")]
    [InlineData(",\"topics\":[\"gov.muni\"]", "kind=organization country=de note=public body")]
    [InlineData(",\"topics\":[\"gov.national\",\"gov.state\"]", "kind=organization country=de note=public body")]
    [InlineData(",\"topics\":[\"gov.national\",\"gov.financial\"]", "kind=agency country=de")]
    public void A_public_body_is_an_agency_of_its_state_only_where_it_is_said_to_be_of_the_national_government(string topics, string entity)
    {
        var run = Of(Entity("a", "PublicBody", $"\"name\":[\"A\"],\"jurisdiction\":[\"de\"]{topics}"));
        Assert.Equal([entity], run.Table("entities", "kind", "country", "note"));
        Assert.Equal(entity.StartsWith("kind=organization", StringComparison.Ordinal) ? 1 : 0, run.Table("domiciles").Count());
    }

    [Fact]
    public void What_is_held_by_a_trust_or_a_firm_is_an_influence_with_its_words_and_no_share()
    {
        var run = Of(Company("a"), Company("b"), Owning("\"role\":[\"ownership-of-shares-75-to-100-percent-as-trust\",\"voting-rights-75-to-100-percent-as-trust\"]"));
        Assert.Empty(run.Table("stakes"));
        Assert.Equal(["type=other-influence-or-control note=role: ownership-of-shares-75-to-100-percent-as-trust, voting-rights-75-to-100-percent-as-trust"], run.Table("interests", "type", "note"));
    }

    [Theory]
    [InlineData("\"country\":[\"hk\"]", "A", "country=hk")]
    [InlineData("\"country\":[\"suhh\"]", "A", "country=ussr")]
    [InlineData("\"country\":[\"gb-sct\"]", "A", "country=gb")]
    [InlineData("\"jurisdiction\":[\"us\"],\"country\":[\"us-ca\"]", "A", "country=us")]
    [InlineData("\"country\":[\"fr\"]", "Property Agency of the City of Fendel", "country=fr")]
    [InlineData("\"country\":[\"gb\"]", "Department of Finance of Guernsey", "country=gb")]
    [InlineData("\"country\":[\"kz\"]", "Алматы қаласының әкімдігі", "country=kz")]
    public void A_public_body_of_a_territory_a_former_state_a_part_or_a_city_is_no_agency_of_the_state(string country, string name, string row)
    {
        var run = Of(Entity("a", "PublicBody", $"\"name\":[\"{name}\"],\"topics\":[\"gov.national\"],{country}"));
        Assert.Equal([$"kind=organization {row} note=public body"], run.Table("entities", "kind", "country", "note"));
        Assert.Single(run.Table("domiciles"));
    }

    [Theory]
    [InlineData("pr")]
    [InlineData("hk")]
    [InlineData("gl")]
    [InlineData("gg")]
    [InlineData("BQ")]
    [InlineData("ic")]
    [InlineData("suhh")]
    [InlineData("yucs")]
    [InlineData("dd")]
    [InlineData("ge-ab")]
    public void Of_a_territory_or_a_former_state_a_person_has_no_nationality(string code)
    {
        var run = Of(Entity("a", "Person", $"\"name\":[\"Ann\"],\"nationality\":[\"{code}\"]"), Entity("b", "Person", "\"name\":[\"Bo\"],\"nationality\":[\"gb-sct\"]"), Entity("c", "Company", $"\"name\":[\"C\"],\"jurisdiction\":[\"hk\"]"));
        Assert.Equal(["kind=person", "kind=person country=gb", "kind=company country=hk"], run.Table("entities", "kind", "country"));
        Assert.Equal(1, run.Skipped("whose nationals these are is not said"));
    }

    [Theory]
    [InlineData("preference shares, non-voting")]
    [InlineData("non-voting")]
    [InlineData("Class B")]
    [InlineData("voting rights: none")]
    public void A_share_of_a_kind_of_shares_that_is_no_ordinary_one_may_be_less_of_all(string kind)
    {
        var run = Of(Company("a"), Company("b"), Owning($"\"percentage\":[\"100\"],\"sharesType\":[\"{kind}\"]"));
        Assert.Equal([$"share_min=0 share_max=100 interest=shares note=sharesType: {kind}"], run.Table("stakes", "share_pct", "share_min", "share_max", "interest", "note"));
        Assert.Equal(["share_pct=100"], Of(Company("a"), Company("b"), Owning("\"percentage\":[\"100\"],\"sharesType\":[\"Ordinary shares\"]")).Table("stakes", "share_pct"));
    }

    [Theory]
    [InlineData("applicant")]
    [InlineData("non-member partner")]
    [InlineData("board member")]
    [InlineData("chair of the friends of")]
    [InlineData("observer\",\"partner")]
    public void Who_has_another_role_in_a_body_is_no_member_of_it(string role)
    {
        var run = Of(Company("c"), Entity("o", "Organization", "\"name\":[\"Guild\"]"), Entity("1", "Membership", $"\"member\":[\"c\"],\"organization\":[\"o\"],\"role\":[\"{role}\"]"),
            Entity("2", "Membership", "\"member\":[\"c\"],\"organization\":[\"o\"],\"status\":[\"suspected\"]"));
        Assert.Empty(run.Table("memberships"));
        Assert.Equal(2, run.Skipped("none of a member's"));
    }

    [Theory]
    [InlineData("\"startDate\":[\"2010\"]", "status=member from=2010")]
    [InlineData("\"startDate\":[\"2010\"],\"status\":[\"active\"]", "status=member from=2010")]
    [InlineData("\"role\":[\"member\",\"founding member\"]", "status=founding-member")]
    [InlineData("\"startDate\":[\"2010\"],\"role\":[\"former member\"]", "status=member note=role: former member")]
    [InlineData("\"startDate\":[\"2010\"],\"role\":[\"expelled\"],\"date\":[\"2020\"]", "status=member to=2020 note=role: expelled")]
    public void A_member_is_one_for_as_long_as_the_words_say(string properties, string row)
    {
        var run = Of(Company("c"), Entity("o", "Organization", "\"name\":[\"Guild\"]"), Entity("1", "Membership", $"\"member\":[\"c\"],\"organization\":[\"o\"],{properties}"));
        Assert.Equal([$"member=ftm-c body=ftm-o {row}"], run.Table("memberships"));
    }

    [Theory]
    [InlineData("candidate")]
    [InlineData("unknown")]
    [InlineData("alleged")]
    [InlineData("whatever that is")]
    public void An_office_of_a_status_that_is_not_sure_is_held_by_nobody(string status)
    {
        var run = Of(Entity("p", "Person", "\"name\":[\"Ann\"]"), Company("c"), Entity("m", "Position", "\"name\":[\"President\"],\"country\":[\"ie\"]"),
            Entity("h", "Occupancy", $"\"holder\":[\"p\"],\"post\":[\"m\"],\"startDate\":[\"2020\"],\"status\":[\"{status}\"]"),
            Entity("d", "Directorship", $"\"director\":[\"p\"],\"organization\":[\"c\"],\"startDate\":[\"2020\"],\"role\":[\"president\"],\"status\":[\"{status}\"]"),
            Entity("e", "Employment", $"\"employee\":[\"p\"],\"employer\":[\"c\"],\"status\":[\"{status}\"]"),
            Entity("s", "Succession", $"\"predecessor\":[\"p\"],\"successor\":[\"c\"],\"status\":[\"{status}\"]"));
        Assert.Empty(run.Table("positions"));
        Assert.Empty(run.Table("events"));
        Assert.Equal(4, run.Skipped("leaves open whether they are so"));
    }

    [Fact]
    public void An_office_that_was_taken_away_is_over()
    {
        var run = Of(Entity("p", "Person", "\"name\":[\"Ann\"]"), Company("c"), Entity("d", "Directorship", "\"director\":[\"p\"],\"organization\":[\"c\"],\"startDate\":[\"2010\"],\"status\":[\"Disqualified\"],\"date\":[\"2020\"]"));
        Assert.Equal(["office=director to=2020"], run.Table("positions", "office", "from", "to", "seen"));
    }

    [Theory]
    [InlineData("\"country\":[\"kz\"],\"subnationalArea\":[\"Almaty chess federation\"]")]
    [InlineData("\"country\":[\"gb-nir\"]")]
    public void An_office_of_a_part_of_a_state_is_none_of_the_state(string of)
    {
        var run = Of(Entity("p", "Person", "\"name\":[\"Ann\"]"), Entity("m", "Position", $"\"name\":[\"President\"],{of}"), Entity("h", "Occupancy", "\"holder\":[\"p\"],\"post\":[\"m\"],\"startDate\":[\"2020\"]"));
        Assert.Empty(run.Table("positions"));
        Assert.Equal(1, run.Skipped("holders of offices"));
    }

    [Fact]
    public void An_interest_of_a_status_in_doubt_is_one_that_is_not_known()
    {
        var run = Of(Company("a"), Company("b"), Owning("\"role\":[\"appointment of board\"],\"status\":[\"alleged\"]"),
            Entity("u", "UnknownLink", "\"subject\":[\"a\"],\"object\":[\"b\"],\"role\":[\"consolidation\"],\"status\":[\"alleged\"]"), Entity("o", "UnknownLink", "\"subject\":[\"a\"],\"object\":[\"b\"],\"role\":[\"operator\"],\"status\":[\"planned for 2040\"]"));
        Assert.Equal(["type=unknown-interest", "type=unknown-interest"], run.Table("interests", "type"));
        Assert.Equal(["type=unknown-interest"], Of(Company("a"), Company("b"), Owning("\"role\":[\"appointment of board\"],\"status\":[\"unknown\"]")).Table("interests", "type"));
        Assert.Empty(run.Table("operations"));
    }

    [Fact]
    public void A_flag_is_a_registration_too() =>
        Assert.Equal(["entity=ftm-v country=fr"], Of(Entity("v", "Vessel", "\"name\":[\"V\"],\"flag\":[\"fr\"]")).Table("domiciles"));

    [Fact]
    public void A_person_of_two_states_is_of_none()
    {
        var run = Of(Entity("a", "Person", "\"name\":[\"Ann\"],\"nationality\":[\"ie\"],\"citizenship\":[\"cy\"]"), Entity("b", "Person", "\"name\":[\"Bo\"],\"nationality\":[\"ie\"],\"citizenship\":[\"IE\"]"));
        Assert.Equal(["name=Ann", "name=Bo country=ie"], run.Table("entities", "name", "country"));
        Assert.Equal(1, run.Skipped("countries of entities that have several"));
    }

    [Fact]
    public void Files_that_are_joined_without_a_line_break_between_them_are_read_whole()
    {
        var run = Of($"{Company("a")}{Company("b")} {Company("c")}", $"{Company("d")}{{\"id\":", Company("e"));
        Assert.Equal(["id=ftm-a", "id=ftm-b", "id=ftm-c", "id=ftm-d", "id=ftm-e"], run.Table("entities", "id"));
        Assert.Equal(["2 bad-json"], run.ProblemCodes);
    }

    [Fact]
    public void Other_links_are_memberships_positions_events_operations_and_interests()
    {
        var run = Of(
            Entity("p", "Person", "\"name\":[\"Ann\"]"), Company("c"), Entity("o", "Organization", "\"name\":[\"Guild\"]"), Entity("x", "Project", "\"name\":[\"Dam\"]"),
            Entity("1", "Membership", "\"member\":[\"c\"],\"organization\":[\"o\"],\"role\":[\"Observer\"]"),
            Entity("2", "Directorship", "\"director\":[\"p\"],\"organization\":[\"c\"],\"role\":[\"Генеральный директор\"],\"startDate\":[\"2017\"]"),
            Entity("3", "Employment", "\"employee\":[\"p\"],\"employer\":[\"c\"],\"role\":[\"chief engineer\"]"),
            Entity("4", "Succession", "\"predecessor\":[\"o\"],\"successor\":[\"c\"],\"date\":[\"2019-05\"]"),
            Entity("5", "ProjectParticipant", "\"participant\":[\"c\"],\"project\":[\"x\"],\"role\":[\"operator\"]"),
            Entity("6", "ProjectParticipant", "\"participant\":[\"o\"],\"project\":[\"x\"]"),
            Entity("7", "UnknownLink", "\"subject\":[\"p\"],\"object\":[\"c\"],\"role\":[\"trustee\"]"),
            Entity("8", "UnknownLink", "\"subject\":[\"p\"],\"object\":[\"c\"],\"role\":[\"associated with\"]"),
            Entity("9", "Representation", "\"agent\":[\"p\"],\"client\":[\"c\"]"));
        Assert.Equal(["member=ftm-c body=ftm-o status=observer note=role: Observer"], run.Table("memberships"));
        Assert.Equal(["person=ftm-p office=director of=ftm-c from=2017 note=role: Генеральный директор", "person=ftm-p office=chief-engineer of=ftm-c", "person=ftm-p office=representative of=ftm-c"], run.Table("positions"));
        Assert.Equal(["id=ftm-4 kind=succession title=Succession of one legal entity by another participants=ftm-o|ftm-c from=2019-05 status=happened"], run.Table("events"));
        Assert.Equal(["operator=ftm-c asset=ftm-x role=operator"], run.Table("operations"));
        Assert.Equal(["holder=ftm-o subject=ftm-x type=project-participant", "holder=ftm-p subject=ftm-c type=trustee"], run.Table("interests"));
        Assert.Equal(1, run.Skipped("links whose kind is not told"));
    }

    [Fact]
    public void Who_holds_an_office_of_a_state_is_in_a_position()
    {
        var run = Of(Entity("h", "Occupancy", "\"holder\":[\"p\"],\"post\":[\"m\"],\"startDate\":[\"2020\"]"), Entity("p", "Person", "\"name\":[\"Ann\"]"), Entity("m", "Position", "\"name\":[\"Minister of Finance\"],\"country\":[\"ie\"]"));
        Assert.Equal(["person=ftm-p office=minister-of-finance of=ie from=2020 note=post: Minister of Finance"], run.Table("positions"));
    }

    [Fact]
    public void What_is_nested_is_read_and_the_way_back_is_put_in()
    {
        var run = Of("""{"id":"a","schema":"Company","properties":{"name":["A"],"ownershipOwner":[{"id":"o","schema":"Ownership","properties":{"percentage":["30"],"asset":[{"id":"b","schema":"Company","properties":{"name":["B"],"addressEntity":[{"id":"x","schema":"Address","properties":{"full":["Hill 1"]}}]}}]}}]}}""");
        Assert.Equal(["id=ftm-a", "id=ftm-b"], run.Table("entities", "id").Order());
        Assert.Equal(["owner=ftm-a asset=ftm-b share_pct=30"], run.Table("stakes", "owner", "asset", "share_pct"));
        Assert.Equal(1, run.Skipped("entities of schema Address"));
    }

    [Fact]
    public void Lines_of_one_id_are_put_together()
    {
        var run = Of(Entity("a", "LegalEntity", "\"name\":[\"A\"]"), Company("b"), Entity("a", "Company", "\"alias\":[\"AA\"],\"jurisdiction\":[\"de\"]"), Entity("b", "Person", "\"name\":[\"Bo\"]"));
        Assert.Equal(["id=ftm-b kind=company name=b Ltd", "id=ftm-a kind=company name=A aliases=AA country=de"], run.Table("entities", "id", "kind", "name", "aliases", "country"));
        Assert.Equal(["4 schema-conflict"], run.ProblemCodes);
    }

    [Fact]
    public void A_delta_is_applied_to_what_stands_before_it()
    {
        static string Delta(string operation, string entity) => $$"""{"op":"{{operation}}","entity":{{entity}}}""";
        var run = Of(
            Company("a"), Company("b"), Company("c"), Owning("\"percentage\":[\"10\"]"),
            Delta("MOD", Entity("a", "Company", "\"name\":[\"New A\"]")), Delta("DEL", """{"id":"c"}"""), Delta("DEL", """{"id":"never"}"""),
            Delta("ADD", Company("d")), Delta("MOD", Owning("\"percentage\":[\"20\"]")), Delta("ADD", Company("c")), Delta("DEL", """{"id":"d"}"""));
        Assert.Equal(["id=ftm-a name=New A", "id=ftm-b name=b Ltd", "id=ftm-c name=c Ltd"], run.Table("entities", "id", "name").Order());
        Assert.Equal(["owner=ftm-a asset=ftm-b share_pct=20"], run.Table("stakes", "owner", "asset", "share_pct"));
        Assert.Equal(1, run.Skipped("deletions of entities"));
    }

    [Fact]
    public void An_end_that_is_nowhere_described_is_named_all_the_same_and_counted()
    {
        var run = Of(Company("a"), Owning(""), Entity("x", "Address"), Entity("o2", "Ownership", "\"owner\":[\"a\"],\"asset\":[\"x\"]"), Entity("o3", "Ownership", "\"owner\":[\"a\"]"));
        Assert.Equal(["owner=ftm-a asset=ftm-b"], run.Table("stakes", "owner", "asset"));
        Assert.Equal((1, 1), (run.Skipped("that the file does not describe"), run.Skipped("no place for: Address")));
        Assert.Equal(["5 half-link"], run.ProblemCodes);
    }

    [Fact]
    public void An_LEI_is_what_links_before_and_after_go_by()
    {
        var run = Of(Owning("\"percentage\":[\"10\"]"), Company("a"), Entity("b", "Company", "\"name\":[\"B\"],\"leiCode\":[\"213800KZEW5W6BZMNT62\"]"),
            Entity("c", "Company", "\"name\":[\"C\"],\"leiCode\":[\"213800KZEW5W6BZMNT62\"]"), Entity("d", "Company", "\"name\":[\"D\"],\"leiCode\":[\"213800KZEW5W6BZMNT63\"]"));
        Assert.Equal(["owner=ftm-a asset=lei-213800kzew5w6bzmnt62"], run.Table("stakes", "owner", "asset"));
        Assert.Equal(["id=ftm-a", "id=lei-213800kzew5w6bzmnt62", "id=ftm-c", "id=ftm-d"], run.Table("entities", "id"));
        Assert.Equal(["5 bad-lei"], run.ProblemCodes);
        Assert.Equal(1, run.Skipped("LEIs that another entity"));
    }

    [Fact]
    public void Schemata_of_nobody_are_told_by_name()
    {
        var run = Of(Entity("a", "Spaceship", "\"name\":[\"A\"]"), Entity("b", "Sanction"), """{"id":"c","properties":{}}""", """{"schema":"Company","properties":{}}""");
        Assert.Empty(run.Rows);
        Assert.Equal((1, 1), (run.Skipped("not the standard's: Spaceship"), run.Skipped("entities of schema Sanction")));
        Assert.Equal(["3 no-schema", "4 no-id"], run.ProblemCodes);
    }

    [Fact]
    public void A_bad_line_is_left_out_and_the_rest_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"id":"x","schema":"Company","properties":{"parent":[""", 40_000));
        byte[] badText = [.. "{\"id\":\"z\",\"schema\":\"Company\",\"properties\":{\"name\":[\""u8, 0xC3, 0x28, .. "\"]}}"u8];
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Join('\n', "{", "[1]", "3", "{}x", """{"id":"q","schema":"Company","properties":{"name":["\ud800"]}}""", """{"op":"PUT","entity":{"id":"a"}}""", deep, new string('a', 2_000_000), Company("a"), "")), .. badText, (byte)'\n', .. Encoding.UTF8.GetBytes(Company("b"))];
        var run = Of(content, longestLine: 2_500_000);
        Assert.Equal(["id=ftm-a", "id=ftm-b"], run.Table("entities", "id"));
        Assert.Equal(["1 bad-json", "2 no-entity", "3 no-entity", "4 bad-json", "5 not-utf8", "6 delta-operation", "7 bad-json", "8 bad-json", "10 not-utf8"], run.ProblemCodes);
    }

    [Fact]
    public void A_line_beyond_the_limit_is_passed_over()
    {
        var run = Of(Encoding.UTF8.GetBytes($"{Company("a")}\n{{\"id\":\"{new string('x', 400_000)}\"}}\n{Company("b")}"), longestLine: 1000);
        Assert.Equal(["id=ftm-a", "id=ftm-b"], run.Table("entities", "id"));
        Assert.Equal(["2 line-too-long"], run.ProblemCodes);
    }

    [Fact]
    public void A_file_of_another_kind_is_given_up()
    {
        var run = Of([.. Enumerable.Repeat("a,b,c", 5000)]);
        Assert.Equal(1001, run.Sink.ProblemCount);
        Assert.Equal(["1 not-utf8"], Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Company("a"))]).ProblemCodes);
        Assert.Equal(["id=ftm-a"], Of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Company("a"))]).Table("entities", "id"));
    }

    [Fact]
    public void However_the_bytes_come_in_pieces_the_lines_are_the_same()
    {
        var lines = Enumerable.Range(0, 300).Select(i => new string((char)('a' + i % 26), i * 7 % 900)).ToList();
        var content = Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        foreach (var piece in (int[])[1, 7, 4096])
        {
            using var reader = new Formats.FollowTheMoney.JsonLines(new PiecesStream(content, piece), 1000);
            var read = new List<string>();
            while (reader.Next()) read.Add(Encoding.UTF8.GetString(reader.Line));
            Assert.Equal(lines, read);
        }
    }

    private sealed class PiecesStream(byte[] content, int piece) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }
}
