using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>What becomes of records of level 1.</summary>
public sealed class EntityTests
{
    [Fact]
    public void An_entity_has_its_name_its_identifiers_and_the_country_of_its_registration()
    {
        var run = GleifRun.Of(GleifText.EntityXml("""
            <lei:LegalName xml:lang="de">Röhricht GmbH</lei:LegalName>
            <lei:OtherEntityNames><lei:OtherEntityName type="PREVIOUS_LEGAL_NAME">Schilf | Binse AG</lei:OtherEntityName><lei:OtherEntityName type="TRADING_OR_OPERATING_NAME">~Rohr</lei:OtherEntityName></lei:OtherEntityNames>
            <lei:TransliteratedOtherEntityNames><lei:TransliteratedOtherEntityName type="AUTO_ASCII_TRANSLITERATED_LEGAL_NAME">Roehricht GmbH</lei:TransliteratedOtherEntityName></lei:TransliteratedOtherEntityNames>
            <lei:LegalAddress xml:lang="de"><lei:FirstAddressLine>Am See 1</lei:FirstAddressLine><lei:City>Ulm</lei:City><lei:Country>DE</lei:Country></lei:LegalAddress>
            <lei:HeadquartersAddress><lei:Country>CH</lei:Country></lei:HeadquartersAddress>
            <lei:RegistrationAuthority><lei:RegistrationAuthorityID>RA000242</lei:RegistrationAuthorityID><lei:RegistrationAuthorityEntityID>HRB 17</lei:RegistrationAuthorityEntityID></lei:RegistrationAuthority>
            <lei:LegalJurisdiction>DE-BW</lei:LegalJurisdiction><lei:EntityCategory>GENERAL</lei:EntityCategory><lei:EntityStatus>ACTIVE</lei:EntityStatus>
            """));
        var entity = Assert.Single(run.Table("entities"));
        Assert.Equal("lei-" + GleifText.Child.ToLowerInvariant(), entity["id"]);
        Assert.Equal(("company", "Röhricht GmbH", "de"), (entity["kind"], entity["name"], entity["country"]));
        // A bar would part one name in two, and a tilde would make a firm's name that of a capital.
        Assert.Equal("Schilf / Binse AG|Rohr|Roehricht GmbH", entity["aliases"]);
        Assert.Equal($"lei:{GleifText.Child}|ra000242:HRB 17", entity["identifiers"]);
        Assert.Equal("headquarters in ch", entity["note"]);
        var domicile = Assert.Single(run.Table("domiciles"));
        Assert.Equal((entity["id"], "de"), (domicile["entity"], domicile["country"]));
        Assert.DoesNotContain("from", domicile.Keys);
        Assert.Equal(1, run.Skipped("addresses, of which"));
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("GENERAL", "company")]
    [InlineData("BRANCH", "company")]
    [InlineData("FUND", "fund")]
    [InlineData("SOLE_PROPRIETOR", "organization")]
    [InlineData("RESIDENT_GOVERNMENT_ENTITY", "organization")]
    [InlineData("INTERNATIONAL_ORGANIZATION", "bloc")]
    [InlineData("", "company")]
    public void The_category_tells_the_kind(string category, string kind) =>
        Assert.Equal(kind, Assert.Single(GleifRun.Of(GleifText.Entity(category: category)).Column("entities", "kind")));

    [Theory]
    [InlineData("CENTRAL_GOVERNMENT", "agency")]
    [InlineData("STATE_GOVERNMENT", "organization")]
    [InlineData("LOCAL_GOVERNMENT", "organization")]
    [InlineData("SOCIAL_SECURITY", "organization")]
    public void Only_the_central_government_is_an_office_of_its_state(string subcategory, string kind)
    {
        var run = GleifRun.Of(GleifText.EntityXml(GleifText.PlainEntity.Replace("GENERAL</lei:EntityCategory>", $"RESIDENT_GOVERNMENT_ENTITY</lei:EntityCategory><lei:EntitySubCategory>{subcategory}</lei:EntitySubCategory>", StringComparison.Ordinal)));
        Assert.Equal(kind, Assert.Single(run.Column("entities", "kind")));
        Assert.Equal(subcategory.ToLowerInvariant().Replace('_', ' '), Assert.Single(run.Column("entities", "note")));
    }

    [Fact]
    public void A_category_of_a_later_version_is_reported_and_the_entity_kept()
    {
        var run = GleifRun.Of(GleifText.Entity(category: "SPACE_STATION"));
        Assert.Equal("organization", Assert.Single(run.Column("entities", "kind")));
        Assert.Equal("unknown-word", Assert.Single(run.Problems).Code);
    }

    [Theory]
    [InlineData("ISSUED", true)]
    [InlineData("LAPSED", true)]
    [InlineData("RETIRED", true)]
    [InlineData("MERGED", true)]
    [InlineData("PENDING_TRANSFER", true)]
    [InlineData("PENDING_ARCHIVAL", true)]
    [InlineData("DUPLICATE", false)]
    [InlineData("ANNULLED", false)]
    [InlineData("PENDING_VALIDATION", false)]
    [InlineData("CANCELLED", false)]
    [InlineData("TRANSFERRED", false)]
    public void Identifiers_that_were_never_or_doubly_given_are_no_entities_and_are_counted(string status, bool isEntity)
    {
        var run = GleifRun.Of(GleifText.Entity(registration: status));
        Assert.Equal(isEntity ? 1 : 0, run.Table("entities").Count);
        Assert.Equal(isEntity ? 0 : 1, run.Skipped(status));
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void A_lapsed_registration_says_when_it_was_last_updated() =>
        Assert.Contains("lapsed, last updated 2023-02-22", Assert.Single(GleifRun.Of(GleifText.Entity(registration: "LAPSED")).Column("entities", "note")), StringComparison.Ordinal);

    [Fact]
    public void A_successor_is_an_event_on_the_day_of_the_merger()
    {
        var run = GleifRun.Of(GleifText.EntityXml($"""
            <lei:LegalName>Reed Works Ltd</lei:LegalName><lei:LegalJurisdiction>GB</lei:LegalJurisdiction><lei:EntityStatus>INACTIVE</lei:EntityStatus>
            <lei:LegalEntityEvents>
              <lei:LegalEntityEvent group_type="STANDALONE" event_status="COMPLETED"><lei:LegalEntityEventType>CHANGE_LEGAL_NAME</lei:LegalEntityEventType><lei:LegalEntityEventEffectiveDate>2022-02-01T00:00:00Z</lei:LegalEntityEventEffectiveDate></lei:LegalEntityEvent>
              <lei:LegalEntityEvent group_type="STANDALONE" event_status="COMPLETED"><lei:LegalEntityEventType>MERGERS_AND_ACQUISITIONS</lei:LegalEntityEventType><lei:LegalEntityEventEffectiveDate>2021-03-01T00:00:00Z</lei:LegalEntityEventEffectiveDate></lei:LegalEntityEvent>
            </lei:LegalEntityEvents>
            <lei:SuccessorEntity><lei:SuccessorLEI>{GleifText.Top}</lei:SuccessorLEI></lei:SuccessorEntity>
            <lei:SuccessorEntity><lei:SuccessorEntityName>Sedge Ltd</lei:SuccessorEntityName></lei:SuccessorEntity>
            """, registration: "RETIRED"));
        var happened = Assert.Single(run.Table("events"));
        Assert.Equal(("succession", "2021-03-01", "happened"), (happened["kind"], happened["from"], happened["status"]));
        Assert.Equal($"lei-{GleifText.Child}|lei-{GleifText.Top}".ToLowerInvariant(), happened["participants"]);
        Assert.Contains("inactive since 2021-03-01", Assert.Single(run.Column("entities", "note")), StringComparison.Ordinal);
        Assert.Contains("succeeded by Sedge Ltd, which has no LEI", Assert.Single(run.Column("entities", "note")), StringComparison.Ordinal);
        Assert.Equal(1, run.Skipped("events that end no entity"));
    }

    [Fact]
    public void The_day_of_version_2_is_the_entitys_expiration()
    {
        var run = GleifRun.Of($"LEI,Entity.LegalName,Entity.EntityStatus,Entity.EntityExpirationDate,Entity.SuccessorEntity.SuccessorLEI,Registration.RegistrationStatus\n{GleifText.Child},Reed,INACTIVE,2019-05-01T00:00:00Z,{GleifText.Top},MERGED\n");
        Assert.Equal("2019-05-01", Assert.Single(run.Column("events", "from")));
        Assert.Equal("2019-05-01", Assert.Single(run.Column("ends", "day")));
    }

    [Fact]
    public void A_succession_of_an_active_entity_has_not_happened_yet()
    {
        var run = GleifRun.Of($"LEI,Entity.LegalName,Entity.EntityStatus,Entity.SuccessorEntity.1.SuccessorLEI,Registration.RegistrationStatus\n{GleifText.Child},Reed,ACTIVE,{GleifText.Top},ISSUED\n");
        Assert.Equal("expected", Assert.Single(run.Column("events", "status")));
    }

    [Theory]
    [InlineData("529900CHILD000000045", "lei-check-digits")]
    [InlineData("529900CHILD0000000", "bad-lei")]
    [InlineData("", "no-lei")]
    public void A_wrong_identifier_is_reported_at_its_line_and_left_out(string lei, string code)
    {
        var run = GleifRun.Of(GleifText.Entity(lei: lei));
        Assert.Empty(run.Rows);
        var problem = Assert.Single(run.Problems);
        Assert.Equal((code, 2), (problem.Code, problem.Line));
    }

    [Fact]
    public void The_message_of_wrong_check_digits_gives_the_right_ones() =>
        Assert.Contains("90", Assert.Single(GleifRun.Of(GleifText.Entity(lei: "529900CHILD000000045")).Problems).Expected, StringComparison.Ordinal);

    [Fact]
    public void A_number_of_an_authority_without_a_code_identifies_nobody()
    {
        var run = GleifRun.Of($"LEI,Entity.LegalName,Entity.RegistrationAuthority.RegistrationAuthorityID,Entity.RegistrationAuthority.RegistrationAuthorityEntityID,Registration.RegistrationStatus\n{GleifText.Child},Reed,RA888888,17,ISSUED\n");
        Assert.Equal("lei:" + GleifText.Child, Assert.Single(run.Column("entities", "identifiers")));
        Assert.Equal(1, run.Skipped("authority that has no code"));
    }

    [Fact]
    public void A_country_that_is_none_is_reported_and_the_entity_kept()
    {
        var run = GleifRun.Of($"LEI,Entity.LegalName,Entity.LegalJurisdiction,Registration.RegistrationStatus\n{GleifText.Child},Reed,Narnia,ISSUED\n");
        Assert.Single(run.Table("entities"));
        Assert.Empty(run.Table("domiciles"));
        Assert.Equal("bad-country", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void What_a_delta_file_takes_out_is_no_entity()
    {
        const string deletion = "<lei:Extension><gleif:Deletion><gleif:DeletedAt>2023-11-24T02:07:59Z</gleif:DeletedAt></gleif:Deletion></lei:Extension>";
        var run = GleifRun.Of(GleifText.EntityXml(GleifText.PlainEntity, extension: deletion));
        Assert.Empty(run.Table("entities"));
        Assert.Equal(1, run.Skipped("delta file"));
    }
}
