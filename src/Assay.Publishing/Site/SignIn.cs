namespace Assay.Publishing.Site;

/// <summary>Someone who is about to sign in.</summary>
/// <param name="To">The path to go on to.</param>
/// <param name="Problem">Why the last try failed; empty: there was none.</param>
public sealed record SignIn(string To, string Problem);
