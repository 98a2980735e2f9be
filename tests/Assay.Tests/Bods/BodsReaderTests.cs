using Assay.Formats.Bods;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Xunit;

namespace Assay.Tests.Bods;

/// <summary>What statements mean as rows of the record.</summary>
public sealed class BodsReaderTests
{
    private const string Stake = "owner=bods-p asset=bods-c";

    [Theory]
    [InlineData("\"exact\":60", "share_pct=60")]
    [InlineData("\"exact\":33.3333", "share_pct=33.3333")]
    [InlineData("\"minimum\":25,\"maximum\":50", "share_min=25 share_max=50")]
    [InlineData("\"exclusiveMinimum\":25,\"maximum\":50", "share_min=>25 share_max=50")]
    [InlineData("\"minimum\":25,\"exclusiveMaximum\":50", "share_min=25 share_max=<50")]
    [InlineData("\"exclusiveMinimum\":75", "share_min=>75 share_max=100")]
    [InlineData("\"maximum\":10", "share_min=0 share_max=10")]
    [InlineData("", "share_min=0 share_max=100")]
    public void A_share_is_taken_with_its_limits(string share, string cells)
    {
        var rows = One(BodsText.Shares(share));
        Assert.Equal([$"{Stake} {cells} interest=shares status=reported seen=2024-01-01"], rows.Of("stakes"));
        Assert.Empty(rows.Problems);
    }

    [Fact]
    public void Votes_are_a_stake_of_their_own() =>
        Assert.Equal([$"{Stake} share_pct=30 interest=votes status=reported seen=2024-01-01"], One(BodsText.Shares("\"exact\":30", type: "votingRights")).Of("stakes"));

    [Fact]
    public void Every_other_interest_type_of_the_standard_is_an_interest_of_the_record()
    {
        var types = BodsSchema.Statement.AllOf[2].Then!.Properties["recordDetails"].Target!.Properties["interests"].Items!.Target!.Properties["type"].Enum;
        Assert.Equal(23, types.Count);
        foreach (var type in types.Except(["shareholding", "votingRights"]))
        {
            var rows = One($"{{\"type\":\"{type}\",\"directOrIndirect\":\"indirect\"}}");
            Assert.Equal($"holder=bods-p subject=bods-c type={InterestReader.Slug(type)} directness=indirect seen=2024-01-01", Assert.Single(rows.Of("interests")));
        }
        // What is held through others is one too, beside direct stakes.
        foreach (var type in (string[])["shareholding", "votingRights"])
        {
            var rows = One($"{{\"type\":\"{type}\",\"directOrIndirect\":\"indirect\"}}", BodsText.Relationship("r2", "c", "q", BodsText.Shares("", type: type)));
            Assert.Equal($"holder=bods-p subject=bods-c type={InterestReader.Slug(type)} directness=indirect seen=2024-01-01", Assert.Single(rows.Of("interests")));
        }
    }

    [Theory]
    [InlineData("nominee")]
    [InlineData("nominator")]
    [InlineData("beneficiaryOfLegalArrangement")]
    public void Who_holds_shares_for_others_has_both_the_stake_and_the_interest(string type)
    {
        var rows = One($"{BodsText.Shares("\"exact\":100")},{{\"type\":\"{type}\"}}");
        Assert.Equal([$"{Stake} share_pct=100"], rows.Of("stakes", "owner", "asset", "share_pct"));
        Assert.Equal([$"holder=bods-p type={InterestReader.Slug(type)}"], rows.Of("interests", "holder", "type"));
    }

    [Fact]
    public void A_relationship_that_names_no_interest_is_an_unknown_one() =>
        Assert.Equal(["holder=bods-p subject=bods-c type=unknown-interest seen=2024-01-01"], One("").Of("interests"));

    [Fact]
    public void The_dead_and_the_dissolved_end()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("c", "\"dissolutionDate\":\"2016-01-01\"")},{BodsText.Person("p", "\"deathDate\":\"2015\"")}]");
        Assert.Equal(["entity=bods-c day=2016-01-01", "entity=bods-p day=2015"], rows.Of("ends"));
        Assert.DoesNotContain(rows.Sink.Skips, skip => skip.What.Contains("Date", StringComparison.Ordinal) && !skip.What.Contains("birth", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_of_a_beneficial_owner_and_the_share_of_another_right_stand_in_the_note()
    {
        var rows = One("{\"type\":\"boardChair\",\"beneficialOwnershipOrControl\":true,\"share\":{\"exclusiveMinimum\":25,\"maximum\":30},\"details\":\"chair\"}");
        Assert.Equal(["note=beneficial owner; share above 25 to 30 %; chair"], rows.Of("interests", "note"));
    }

    [Fact]
    public void A_start_and_an_end_are_the_days_of_the_row()
    {
        Assert.Equal([$"{Stake} share_pct=60 interest=shares status=reported from=2016-04-06 to=2020-01-01 seen=2024-01-01"], One(BodsText.Shares("\"exact\":60", start: "2016-04-06", end: "2020-01-01")).Of("stakes"));
        Assert.Equal([$"{Stake} share_pct=60 interest=shares status=reported from=2024-01-01"], One(BodsText.Shares("\"exact\":60", start: "2024-01-01")).Of("stakes"));
    }

    [Fact]
    public void An_update_ends_one_period_and_begins_another_on_its_own_start_day()
    {
        var rows = Series((BodsText.Shares("\"exact\":100", start: "2002-03-09"), "2019-01-20", "new"), (BodsText.Shares("\"exact\":40", start: "2021-09-24"), "2021-09-25", "updated"));
        Assert.Equal([
            $"{Stake} share_pct=100 interest=shares status=reported from=2002-03-09 to=2021-09-24 seen=2019-01-20",
            $"{Stake} share_pct=40 interest=shares status=reported from=2021-09-24 seen=2021-09-25"], rows.Of("stakes"));
    }

    [Fact]
    public void An_update_with_the_old_start_day_counts_from_the_day_on_which_it_was_declared()
    {
        var rows = Series((BodsText.Shares("\"exact\":50", start: "2016-01-01"), "2019-01-01", "new"), (BodsText.Shares("\"exact\":60", start: "2016-01-01"), "2020-05-01", "updated"));
        Assert.Equal([
            $"{Stake} share_pct=50 interest=shares status=reported from=2016-01-01 to=2020-05-01 seen=2019-01-01",
            $"{Stake} share_pct=60 interest=shares status=reported from=2020-05-01"], rows.Of("stakes"));
    }

    [Fact]
    public void An_update_that_says_the_same_goes_on_with_the_row()
    {
        var rows = Series((BodsText.Shares("\"exact\":50"), "2019-01-01", "new"), (BodsText.Shares("\"exact\":50"), "2020-05-01", "updated"));
        Assert.Equal([$"{Stake} share_pct=50 interest=shares status=reported seen=2019-01-01"], rows.Of("stakes"));
    }

    [Fact]
    public void A_closed_record_ends_the_period_on_the_day_of_closing_or_on_the_end_day_that_it_gives()
    {
        var share = BodsText.Shares("\"exact\":50", start: "2016-01-01");
        Assert.Equal([$"{Stake} share_pct=50 interest=shares status=reported from=2016-01-01 to=2023-03-03 seen=2019-01-01"], Series((share, "2019-01-01", "new"), (share, "2023-03-03", "closed")).Of("stakes"));
        Assert.Equal([$"{Stake} share_pct=50 interest=shares status=reported from=2016-01-01 to=2022-12-31 seen=2019-01-01"],
            Series((share, "2019-01-01", "new"), (BodsText.Shares("\"exact\":50", start: "2016-01-01", end: "2022-12-31"), "2023-03-03", "closed")).Of("stakes"));
        Assert.Equal([$"{Stake} share_pct=50 interest=shares status=reported from=2016-01-01 to=2023-03-03 seen=2023-03-03"], Series((share, "2023-03-03", "closed")).Of("stakes"));
    }

    [Fact]
    public void An_interest_that_an_update_no_longer_has_ended_by_then()
    {
        var rows = Series(($"{BodsText.Shares("\"exact\":50", start: "2016-01-01")},{{\"type\":\"boardMember\"}}", "2019-01-01", "new"), ("{\"type\":\"boardMember\"}", "2020-01-01", "updated"));
        Assert.Equal([$"{Stake} share_pct=50 interest=shares status=reported from=2016-01-01 to=2020-01-01 seen=2019-01-01"], rows.Of("stakes"));
        Assert.Equal(["holder=bods-p subject=bods-c type=board-member seen=2019-01-01"], rows.Of("interests"));
    }

    [Fact]
    public void The_order_of_the_file_does_not_matter_to_a_series()
    {
        var (first, second) = ((BodsText.Shares("\"exact\":100", start: "2002-03-09"), "2019-01-20", "new"), (BodsText.Shares("\"exact\":40", start: "2021-09-24"), "2021-09-25", "updated"));
        Assert.Equal(Series(first, second).All(), Series(second, first).All());
    }

    [Fact]
    public void What_was_declared_after_the_day_asked_for_is_left_out()
    {
        var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":50"), "2024-01-01", "new")},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":60"), "2025-01-01", "updated")}]", new DateOnly(2024, 6, 1));
        Assert.Equal([$"{Stake} share_pct=50 interest=shares status=reported seen=2024-01-01"], rows.Of("stakes"));
        Assert.Contains("statements of days after the one asked for 1", rows.Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_statement_of_an_entity_counts()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("c", "\"alternateNames\":[\"New\"]", date: "2022-01-01")},{BodsText.Entity("c", "\"alternateNames\":[\"Old\"]", date: "2020-01-01")}]");
        Assert.Equal(["name=c aliases=New"], rows.Of("entities", "name", "aliases"));
    }

    [Fact]
    public void An_indirect_share_whose_chain_is_in_the_file_is_not_counted_beside_it()
    {
        var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Entity("b", isComponent: true)},{BodsText.Relationship("r1", "c", "b", BodsText.Shares("\"exact\":50"), isComponent: true)},{BodsText.Relationship("r2", "b", "p", BodsText.Shares("\"exact\":100"), isComponent: true)},{BodsText.Relationship("r3", "c", "p", BodsText.Shares("\"exact\":50", "indirect"), more: "\"componentRecords\":[\"b\",\"r1\",\"r2\"]")}]");
        Assert.Equal(["owner=bods-b asset=bods-c share_pct=50", "owner=bods-p asset=bods-b share_pct=100"], rows.Of("stakes", "owner", "asset", "share_pct"));
        Assert.Contains("indirect shareholdings whose chain is in the file", rows.Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indirect_share_stands_where_nobody_holds_the_subject_directly()
    {
        var rows = One(BodsText.Shares("\"exact\":50", "indirect"));
        Assert.Equal(["share_pct=50 note=held indirectly"], rows.Of("stakes", "share_pct", "note"));
    }

    [Theory]
    [InlineData("\"minimum\":75,\"maximum\":100", "indirect", "note=share from 75 to 100 %")]
    [InlineData("\"exclusiveMinimum\":25,\"exclusiveMaximum\":50", "unknown", "note=share above 25 to below 50 %")]
    [InlineData("\"exact\":33.3333", "indirect", "note=share 33.3333 %")]
    [InlineData("", "unknown", "")]
    public void A_share_that_is_not_said_to_be_direct_is_an_interest_beside_one_that_is(string share, string directness, string note)
    {
        var rows = One(BodsText.Shares(share, directness), BodsText.Relationship("r2", "c", "q", BodsText.Shares("\"exact\":100")));
        Assert.Equal(["owner=bods-q share_pct=100"], rows.Of("stakes", "owner", "share_pct"));
        Assert.Equal([$"holder=bods-p subject=bods-c type=shareholding directness={directness} {note}".TrimEnd()], rows.Of("interests", "holder", "subject", "type", "directness", "note"));
        Assert.Contains("taken as interests 1", rows.Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_said_to_be_direct_all_are_stakes()
    {
        var rows = One(BodsText.Shares("\"exact\":40", "unknown"), BodsText.Relationship("r2", "c", "q", "{\"type\":\"shareholding\",\"share\":{\"exact\":60}}"));
        Assert.Equal(["owner=bods-p share_pct=40", "owner=bods-q share_pct=60"], rows.Of("stakes", "owner", "share_pct"));
        Assert.Empty(rows.Of("interests"));
    }

    [Fact]
    public void An_indirect_share_of_whose_chain_a_link_is_missing_stays()
    {
        // The owner of b is told by a record that is not in the file; or the link to it is there and holds no shares; or it has ended.
        foreach (var last in (string[])["", BodsText.Relationship("r2", "b", "p", "{\"type\":\"boardMember\"}", isComponent: true), BodsText.Relationship("r2", "b", "p", BodsText.Shares("\"exact\":100"), status: "closed", isComponent: true)])
        {
            var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Entity("b", isComponent: true)},{BodsText.Relationship("r1", "c", "b", BodsText.Shares("\"exact\":100"), isComponent: true)},{last}{(last.Length > 0 ? "," : "")}{BodsText.Relationship("r3", "c", "p", BodsText.Shares("\"exact\":100", "indirect"), more: "\"componentRecords\":[\"b\",\"r1\",\"r2\"]")}]");
            Assert.Contains("holder=bods-p subject=bods-c type=shareholding directness=indirect note=share 100 %", rows.Of("interests", "holder", "subject", "type", "directness", "note"));
        }
    }

    [Fact]
    public void A_share_through_others_that_changes_is_two_rows()
    {
        var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Relationship("r2", "c", "q", BodsText.Shares("\"exact\":100"))},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":100", "indirect"), "2019-01-20", "new")},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":40", "indirect"), "2021-09-25", "updated")}]");
        Assert.Equal(["to=2021-09-25 note=share 100 %", "from=2021-09-25 note=share 40 %"], rows.Of("interests", "from", "to", "note"));
    }

    [Fact]
    public void Several_holdings_of_one_party_are_at_least_the_largest_and_at_most_their_sum()
    {
        var rows = One($"{BodsText.Shares("\"exact\":30")},{BodsText.Shares("\"exact\":20")}");
        Assert.Equal(["share_min=30 share_max=50"], rows.Of("stakes", "share_pct", "share_min", "share_max"));
    }

    [Fact]
    public void A_party_that_is_not_specified_is_a_block_of_its_own_with_the_reason_as_an_exception()
    {
        var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Relationship("r", "c", "{\"reason\":\"interestedPartyExemptFromDisclosure\",\"description\":\"minor\"}", BodsText.Shares("\"exact\":40"))}]");
        Assert.Equal(["subject=bods-c about=owners says=hidden reason=interested-party-exempt-from-disclosure seen=2024-01-01"], rows.Of("exceptions"));
        Assert.Contains("id=bods-party-r kind=group name=[party not specified: interested party exempt from disclosure]", rows.Of("entities"));
        Assert.Equal(["owner=bods-party-r asset=bods-c share_pct=40"], rows.Of("stakes", "owner", "asset", "share_pct"));
    }

    [Fact]
    public void A_reason_without_an_interest_is_an_exception_alone()
    {
        var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Relationship("r", "c", "{\"reason\":\"noBeneficialOwners\"}", "")}]");
        Assert.Equal(["subject=bods-c about=owners says=none reason=no-beneficial-owners seen=2024-01-01"], rows.Of("exceptions"));
        Assert.DoesNotContain(rows.Of("entities", "kind"), kind => kind == "kind=group");
        Assert.Empty(rows.Of("interests"));
    }

    [Fact]
    public void A_record_of_an_anonymous_person_is_a_block_and_its_reason_an_exception()
    {
        var rows = BodsRowsOf.Text($"[{Parties},{BodsText.Person("x", "\"unspecifiedPersonDetails\":{\"reason\":\"interestedPartyHasNotProvidedInformation\"}", type: "anonymousPerson")},{BodsText.Relationship("r", "c", "x", BodsText.Shares("\"exact\":40"))}]");
        Assert.Contains("id=bods-x kind=group name=[person not named: interested party has not provided information] identifiers=bods:x", rows.Of("entities"));
        Assert.Equal(["subject=bods-c about=owners says=hidden reason=interested-party-has-not-provided-information seen=2024-01-01"], rows.Of("exceptions"));
        Assert.Equal(["owner=bods-x asset=bods-c share_pct=40"], rows.Of("stakes", "owner", "asset", "share_pct"));
    }

    [Fact]
    public void An_entity_with_an_LEI_is_known_by_it_wherever_it_is_named()
    {
        var entity = BodsText.Entity("x", "\"identifiers\":[{\"scheme\":\"XI-LEI\",\"id\":\"PY6ZZQWO2IZFZC3IOL08\"},{\"scheme\":\"GB-COH\",\"id\":\"02723534\"},{\"schemeName\":\"Company Registry, Delaware\",\"id\":\"7\"}]");
        var relationship = BodsText.Relationship("r", "x", "p", BodsText.Shares("\"exact\":40"));
        foreach (var text in new[] { $"[{entity},{BodsText.Person("p")},{relationship}]", $"[{relationship},{BodsText.Person("p")},{entity}]" })
        {
            var rows = BodsRowsOf.Text(text);
            Assert.Contains("id=lei-py6zzqwo2izfzc3iol08 kind=company name=x identifiers=bods:x|lei:PY6ZZQWO2IZFZC3IOL08|gb-coh:02723534|company-registry-delaware:7", rows.Of("entities"));
            Assert.Equal(["asset=lei-py6zzqwo2izfzc3iol08"], rows.Of("stakes", "asset"));
        }
    }

    [Fact]
    public void An_LEI_with_a_wrong_check_number_identifies_nothing()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("x", "\"identifiers\":[{\"scheme\":\"XI-LEI\",\"id\":\"PY6ZZQWO2IZFZC3IOL09\"}]")}]");
        Assert.Equal(["id=bods-x identifiers=bods:x|xi-lei:PY6ZZQWO2IZFZC3IOL09"], rows.Of("entities", "id", "identifiers"));
    }

    [Theory]
    [InlineData("\"type\":\"registeredEntity\"", "company")]
    [InlineData("\"type\":\"legalEntity\"", "organization")]
    [InlineData("\"type\":\"arrangement\",\"subtype\":\"trust\"", "arrangement")]
    [InlineData("\"type\":\"state\"", "organization")]
    [InlineData("\"type\":\"stateBody\",\"subtype\":\"stateAgency\"", "organization")]
    [InlineData("\"type\":\"anonymousEntity\"", "group")]
    [InlineData("\"type\":\"unknownEntity\"", "group")]
    [InlineData("\"type\":\"legalEntity\",\"details\":\"fund\"", "fund")]
    public void An_entity_type_is_a_kind_of_the_record(string type, string kind) =>
        Assert.Equal([$"kind={kind}"], BodsRowsOf.Text($"[{BodsText.Entity("x", type: type)}]").Of("entities", "kind"));

    [Theory]
    [InlineData("", "DE", "organization", "state body")]
    [InlineData("stateAgency", "DE", "agency", "")]
    [InlineData("governmentDepartment", "DE", "agency", "government department")]
    [InlineData("governmentDepartment", "DE-HE", "organization", "state body, government department of DE-HE")]
    [InlineData("stateAgency", "", "organization", "state body, state agency")]
    public void A_state_body_is_an_office_of_its_state_only_where_it_is_one_of_a_whole_country(string subtype, string code, string kind, string note)
    {
        var entity = BodsText.Entity("x", code.Length > 0 ? $"\"jurisdiction\":{{\"name\":\"Somewhere\",\"code\":\"{code}\"}}" : "", $"\"type\":\"stateBody\"{(subtype.Length > 0 ? $",\"subtype\":\"{subtype}\"" : "")}");
        Assert.Equal([$"kind={kind} note={note}".Replace(" note=", note.Length > 0 ? " note=" : "", StringComparison.Ordinal)], BodsRowsOf.Text($"[{entity}]").Of("entities", "kind", "note"));
    }

    [Theory]
    [InlineData("State of Fendelia", "US-TX", "kind=organization country=us identifiers=bods:x note=state of US-TX")]
    [InlineData("Republic of Tatarstan", "RU-TA", "kind=organization country=ru identifiers=bods:x note=state of RU-TA")]
    [InlineData("Germany", "DE-BY", "kind=organization country=de identifiers=bods:x note=state of DE-BY")]
    [InlineData("Freistaat Bayern", "DE", "kind=organization country=de identifiers=bods:x note=state")]
    [InlineData("Kurdistan Region", "IQ", "kind=organization country=iq identifiers=bods:x note=state")]
    [InlineData("Georgia", "US", "kind=organization country=us identifiers=bods:x note=state")]
    [InlineData("Hong Kong", "HK", "kind=organization country=hk identifiers=bods:x note=state")]
    [InlineData("Republic of Fendelia", "", "kind=organization identifiers=bods:x note=state")]
    [InlineData("The Republic of Kazakhstan", "KZ", "kind=state country=kz identifiers=bods:x|iso3:KAZ")]
    [InlineData("GERMANY", "DE", "kind=state country=de identifiers=bods:x|iso3:DEU")]
    [InlineData("Казахстан", "KZ", "kind=state country=kz identifiers=bods:x|iso3:KAZ")]
    [InlineData("France", "", "kind=state identifiers=bods:x")]
    public void A_state_is_one_where_it_is_called_so_and_no_part_of_one_and_nobody_is_one_by_where_it_is(string name, string code, string row)
    {
        var entity = BodsText.Entity("x", code.Length > 0 ? $"\"jurisdiction\":{{\"name\":\"Somewhere\",\"code\":\"{code}\"}}" : "", "\"type\":\"state\"").Replace("\"name\":\"x\"", $"\"name\":\"{name}\"", StringComparison.Ordinal);
        var rows = BodsRowsOf.Text($"[{entity}]");
        Assert.Equal([row], rows.Of("entities", "kind", "country", "identifiers", "note"));
        Assert.Equal(row.StartsWith("kind=organization country", StringComparison.Ordinal) ? 1 : 0, rows.Of("domiciles").Length);
    }

    [Fact]
    public void The_code_of_a_country_among_its_numbers_makes_nobody_that_country() =>
        Assert.Equal(["identifiers=bods:x"], BodsRowsOf.Text($"[{BodsText.Entity("x", "\"identifiers\":[{\"schemeName\":\"ISO3\",\"id\":\"USA\"}]")}]").Of("entities", "identifiers"));

    [Theory]
    [InlineData("Fendel City Property Agency", "FR")]
    [InlineData("Department of Finance of Guernsey", "GB")]
    [InlineData("Treasury", "HK")]
    [InlineData("Комитет имущества Московской области", "RU")]
    public void An_office_called_as_one_of_a_place_is_not_the_state_s(string name, string code)
    {
        var entity = BodsText.Entity("x", $"\"jurisdiction\":{{\"name\":\"Somewhere\",\"code\":\"{code}\"}}", "\"type\":\"stateBody\",\"subtype\":\"stateAgency\"").Replace("\"name\":\"x\"", $"\"name\":\"{name}\"", StringComparison.Ordinal);
        Assert.Equal(["kind=organization note=state body, state agency"], BodsRowsOf.Text($"[{entity}]").Of("entities", "kind", "note"));
    }

    [Theory]
    [InlineData("PR")]
    [InlineData("HK")]
    [InlineData("GL")]
    public void Who_is_of_a_territory_has_no_nationality(string code)
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Person("p", $"\"nationalities\":[{{\"name\":\"A\",\"code\":\"{code}\"}}]")}]");
        Assert.Equal(["kind=person"], rows.Of("entities", "kind", "country"));
        Assert.Contains("nationalities, a territory 1", rows.Skipped, StringComparison.Ordinal);
    }

    [Fact]
    public void The_jurisdiction_of_a_company_is_its_registration_and_one_nationality_of_a_person_its_country()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("x", "\"jurisdiction\":{\"name\":\"Delaware\",\"code\":\"US-DE\"}")},{BodsText.Person("p", "\"names\":[{\"fullName\":\"P\"}],\"nationalities\":[{\"name\":\"A\",\"code\":\"FR\"}]")},{BodsText.Person("q", "\"names\":[{\"fullName\":\"Q\"}],\"nationalities\":[{\"name\":\"A\",\"code\":\"FR\"},{\"name\":\"B\",\"code\":\"DE\"}]")}]");
        Assert.Equal(["id=bods-x country=us", "id=bods-p country=fr", "id=bods-q"], rows.Of("entities", "id", "country"));
        Assert.Equal(["entity=bods-x country=us"], rows.Of("domiciles"));
        Assert.Contains("nationalities, several 1", rows.Skipped, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"type\":\"unknownEntity\"")]
    [InlineData("\"type\":\"anonymousEntity\"")]
    [InlineData("\"type\":\"registeredEntity\",\"details\":\"project\"")]
    [InlineData("\"type\":\"stateBody\"")]
    public void The_jurisdiction_of_whatever_is_no_state_or_office_of_one_is_its_registration_alone(string type) =>
        Assert.Equal(["entity=bods-x country=fr"], BodsRowsOf.Text($"[{BodsText.Entity("x", "\"jurisdiction\":{\"name\":\"A\",\"code\":\"FR\"}", type)}]").Of("domiciles"));

    [Fact]
    public void What_has_no_place_in_the_record_is_told_field_by_field()
    {
        var rows = BodsRowsOf.Text($"[{BodsText.Person("p", "\"names\":[{\"fullName\":\"P\",\"type\":\"legal\"}],\"birthDate\":\"1970\",\"addresses\":[{\"address\":\"A\"},{\"address\":\"B\"}],\"shoeSize\":44")}]");
        foreach (var what in (string[])["person recordDetails.birthDate 1", "person recordDetails.addresses 1", "person recordDetails.shoeSize 1", "person recordDetails.names.type 1", "person declarationSubject 1"])
            Assert.Contains(what, rows.Skipped.Split(", "));
    }

    [Fact]
    public void A_row_names_the_source_of_its_statement_or_the_file()
    {
        const string Said = "\"source\":{\"type\":[\"officialRegister\"],\"url\":\"https://example.org/c\",\"assertedBy\":[{\"name\":\"C\"}],\"retrievedAt\":\"2024-02-03T00:00:00Z\"},\"publicationDetails\":{\"publicationDate\":\"2024-03-04\",\"bodsVersion\":\"0.4\",\"publisher\":{\"name\":\"Register\"}}";
        var rows = BodsRowsOf.Text($"[{BodsText.Entity("c").Replace("\"recordId\"", $"{Said},\"recordId\"", StringComparison.Ordinal)},{BodsText.Entity("d")}]");
        Assert.Equal(["publisher=Register title=[stated by C] date=2024-02-03 url=https://example.org/c kind=primary"], rows.Of("sources", "publisher", "title", "date", "url", "kind"));
        Assert.Equal([rows.Of("sources", "id")[0].Replace("id=", "sources=", StringComparison.Ordinal), "sources=file-a"], rows.Of("entities", "sources"));
    }

    [Fact]
    public void Standard_input_is_read_once_and_gives_the_same_rows()
    {
        var text = $"[{Parties},{BodsText.Relationship("r", "c", "p", BodsText.Shares("\"exact\":40"))}]";
        var opened = 0;
        var rows = BodsRowsOf.Stream(() => ++opened == 1 ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) : throw new IOException("read twice"), 0);
        Assert.Equal(BodsRowsOf.Text(text).All(), rows.All());
    }

    [Fact]
    public void Every_row_of_the_standard_s_examples_is_one_of_a_pack()
    {
        Assert.SkipUnless(BodsSamples.AreThere, BodsSamples.Absent);
        foreach (var folder in new[] { "examples", "lib-cove", "valid-statements" })
            foreach (var file in Directory.GetFiles(BodsSamples.PathOf("bods-0.4", folder), "*.json"))
            {
                var rows = BodsRowsOf.Bytes(File.ReadAllBytes(file));
                Assert.DoesNotContain(rows.Sink.Problems, problem => TableFormat.All.Any(table => problem.Found.EndsWith($" for {table.Name}", StringComparison.Ordinal)));
            }
    }

    [Fact]
    public void The_shares_of_a_real_chain_are_counted_once()
    {
        Assert.SkipUnless(BodsSamples.AreThere, BodsSamples.Absent);
        var stakes = BodsRowsOf.File("bods-0.4", "examples", "bods-package-fi-soe.json").Of("stakes", "share_pct");
        Assert.Equal(["share_pct=76.5", "share_pct=100", "share_pct=23.5"], stakes);
    }

    private static readonly string Parties = $"{BodsText.Entity("c")},{BodsText.Person("p")},{BodsText.Person("q")}";

    private static BodsRowsOf One(string interests, string more = "") => BodsRowsOf.Text($"[{Parties},{BodsText.Relationship("r", "c", "p", interests)}{(more.Length > 0 ? "," : "")}{more}]");

    private static BodsRowsOf Series(params (string Interests, string Date, string Status)[] statements) =>
        BodsRowsOf.Text($"[{Parties},{string.Join(',', statements.Select(statement => BodsText.Relationship("r", "c", "p", statement.Interests, statement.Date, statement.Status)))}]");
}
