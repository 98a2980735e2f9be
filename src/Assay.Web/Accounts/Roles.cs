namespace Assay.Web.Accounts;

/// <summary>What accounts may do.</summary>
internal static class Roles
{
    /// <summary>Reads the desk, changes nothing.</summary>
    public const string Reader = "reader";

    /// <summary>Checks, corrects, signs and publishes.</summary>
    public const string Editor = "editor";

    /// <summary>An editor who may also add rows to any pack.</summary>
    public const string Admin = "admin";
}
