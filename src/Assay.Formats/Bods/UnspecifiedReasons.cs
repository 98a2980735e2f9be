namespace Assay.Formats.Bods;

/// <summary>The reasons for which a party is not specified: the unspecifiedReason codelist of BODS 0.4, and what each says of there being any.</summary>
internal static class UnspecifiedReasons
{
    private static readonly (string Code, string Slug, string Says)[] s_all =
    [
        ("noBeneficialOwners", "no-beneficial-owners", "none"),
        ("subjectUnableToConfirmOrIdentifyBeneficialOwner", "subject-unable-to-confirm-or-identify-beneficial-owner", "maybe"),
        ("interestedPartyHasNotProvidedInformation", "interested-party-has-not-provided-information", "hidden"),
        ("subjectExemptFromDisclosure", "subject-exempt-from-disclosure", "hidden"),
        ("interestedPartyExemptFromDisclosure", "interested-party-exempt-from-disclosure", "hidden"),
        ("unknown", "unknown", "maybe"),
        ("informationUnknownToPublisher", "information-unknown-to-publisher", "maybe"),
    ];

    /// <summary>The place of a code, from 1; 0: there is no such code.</summary>
    public static byte Of(string code) => (byte)(Array.FindIndex(s_all, reason => reason.Code == code) + 1);

    /// <summary>The code as the record writes it.</summary>
    public static string Slug(byte reason) => s_all[reason - 1].Slug;

    /// <summary>Whether there are owners: <c>none</c>, <c>maybe</c>, <c>hidden</c>.</summary>
    public static string Says(byte reason) => s_all[reason - 1].Says;

    /// <summary>The code of a word of the record; null: the standard has none for it.</summary>
    public static string? Code(string slug) => s_all.Where(reason => reason.Slug == slug).Select(reason => reason.Code).FirstOrDefault();
}
