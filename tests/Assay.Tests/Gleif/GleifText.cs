namespace Assay.Tests.Gleif;

/// <summary>Small files of the register, made up.</summary>
internal static class GleifText
{
    /// <summary>Identifiers with right check digits, as a child, its parent and the top of the group have them.</summary>
    public const string Child = "529900CHILD000000090", Parent = "529900PARENT00000015", Top = "529900TOP00000000084";

    public const string RelationshipHeader = "Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,Relationship.EndNode.NodeIDType,Relationship.RelationshipType,Relationship.RelationshipStatus,"
        + "Relationship.Period.1.startDate,Relationship.Period.1.endDate,Relationship.Period.1.periodType,Relationship.Period.2.startDate,Relationship.Period.2.endDate,Relationship.Period.2.periodType,"
        + "Relationship.Quantifiers.1.MeasurementMethod,Relationship.Quantifiers.1.QuantifierAmount,Relationship.Quantifiers.1.QuantifierUnits,Registration.LastUpdateDate,Registration.RegistrationStatus";

    public const string EntityHeader = "LEI,Entity.LegalName,Entity.LegalAddress.City,Entity.LegalAddress.Country,Entity.LegalJurisdiction,Entity.EntityCategory,Entity.EntityStatus,Registration.LastUpdateDate,Registration.RegistrationStatus";

    public const string ExceptionHeader = "LEI,Exception.Category,Exception.Reason.1,Exception.Reason.2,Exception.Reference.1";

    /// <summary>An identifier with its own check digits.</summary>
    public static string Lei(int number)
    {
        var eighteen = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"529900{number:000000000000}");
        return eighteen + Evidence.Lei.CheckDigits(eighteen);
    }

    /// <summary>The CSV of one relationship whose first period is that of the accounts.</summary>
    public static string Relationship(string type = "IS_DIRECTLY_CONSOLIDATED_BY", string status = "ACTIVE", string registration = "PUBLISHED",
        string start = "2017-08-14T00:00:00Z", string end = "", string amount = "", string childType = "LEI", string parentType = "LEI", string child = Child, string parent = Parent) =>
        $"{RelationshipHeader}\n{child},{childType},{parent},{parentType},{type},{status},2018-01-01T00:00:00Z,2018-12-31T00:00:00Z,ACCOUNTING_PERIOD,{start},{end},RELATIONSHIP_PERIOD,"
        + $"{(amount.Length > 0 ? "ACCOUNTING_CONSOLIDATION" : "")},{amount},{(amount.Length > 0 ? "PERCENTAGE" : "")},2023-02-22T09:00:21Z,{registration}\n";

    /// <summary>The CSV of one entity.</summary>
    public static string Entity(string registration = "ISSUED", string category = "GENERAL", string status = "ACTIVE", string lei = Child, string name = "Reed Works Ltd", string jurisdiction = "GB") =>
        $"{EntityHeader}\n{lei},{name},Leeds,GB,{jurisdiction},{category},{status},2023-02-22T09:00:21Z,{registration}\n";

    /// <summary>XML of level 1 with what stands in its <c>Entity</c>, and what stands before the root.</summary>
    public static string EntityXml(string entity, string prolog = "", string registration = "ISSUED", string extension = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>{prolog}
        <lei:LEIData xmlns:lei="http://www.gleif.org/data/schema/leidata/2016" xmlns:gleif="http://www.gleif.org/data/schema/golden-copy/extensions/1.0">
        <lei:LEIHeader><lei:ContentDate>2023-06-05T08:20:51Z</lei:ContentDate><lei:FileContent>GLEIF_FULL_PUBLISHED</lei:FileContent></lei:LEIHeader>
        <lei:LEIRecords>
        <lei:LEIRecord><lei:LEI>{Child}</lei:LEI><lei:Entity>{entity}</lei:Entity>
        <lei:Registration><lei:LastUpdateDate>2023-05-18T15:41:20Z</lei:LastUpdateDate><lei:RegistrationStatus>{registration}</lei:RegistrationStatus></lei:Registration>{extension}</lei:LEIRecord>
        </lei:LEIRecords></lei:LEIData>
        """;

    /// <summary>The least that an entity of level 1 has.</summary>
    public const string PlainEntity = """<lei:LegalName xml:lang="en">Reed Works Ltd</lei:LegalName><lei:LegalJurisdiction>GB</lei:LegalJurisdiction><lei:EntityCategory>GENERAL</lei:EntityCategory><lei:EntityStatus>ACTIVE</lei:EntityStatus>""";
}
