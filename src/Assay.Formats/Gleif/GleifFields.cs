namespace Assay.Formats.Gleif;

/// <summary>What the fields are called that the record has no place for: the same words for XML, JSON and CSV.</summary>
internal static class GleifFields
{
    /// <summary>What a field is.</summary>
    /// <param name="path">The names of the elements that it stands in, its own last; the column's name cut at its dots, without the numbers in it.</param>
    public static string WhatOf(ReadOnlySpan<string> path)
    {
        switch (path[^1])
        {
            case "@lang" or "xmllang": return "languages of names and addresses";
            case "@type" or "type" when path.Length > 1 && path[1] != "AssociatedEntity": return "kinds of names and addresses";
        }
        return path[0] switch
        {
            "Extension" => "extensions, as geocoding",
            "ConformityFlag" => "ConformityFlag",
            "Entity" when path.Length > 1 => OfEntity(path[1]),
            "Registration" when path.Length > 1 => OfRegistration(path[1]),
            "Relationship" when path.Length > 1 => "details of relationships",
            _ => "fields that the standard does not have",
        };
    }

    private static string OfEntity(string field) => field switch
    {
        "LegalAddress" or "HeadquartersAddress" or "OtherAddresses" or "TransliteratedOtherAddresses" => "addresses, of which the countries are kept",
        "LegalForm" => "legal forms (Entity.LegalForm)",
        "EntityCreationDate" => "days of creation (Entity.EntityCreationDate)",
        "EntityExpirationReason" => "reasons of ending (Entity.EntityExpirationReason)",
        "AssociatedEntity" => "fund families (Entity.AssociatedEntity)",
        "RegistrationAuthority" => "names of authorities that have no code (OtherRegistrationAuthorityID)",
        "LegalEntityEvents" => "details of events (Entity.LegalEntityEvents)",
        "SuccessorEntity" => "details of successors (Entity.SuccessorEntity)",
        _ => "fields that the standard does not have",
    };

    private static string OfRegistration(string field) => field switch
    {
        "InitialRegistrationDate" or "NextRenewalDate" => "days of registration and renewal",
        "ManagingLOU" => "issuers of the registration (Registration.ManagingLOU)",
        "ValidationSources" or "ValidationAuthority" or "OtherValidationAuthorities" or "ValidationDocuments" or "ValidationReference" => "how the registration was validated",
        _ => "fields that the standard does not have",
    };
}
