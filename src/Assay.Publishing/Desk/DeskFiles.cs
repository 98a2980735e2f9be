using Assay.Publishing.Site;

namespace Assay.Publishing.Desk;

/// <summary>The script of the desk: what it makes more comfortable works without it too.</summary>
public static class DeskFiles
{
    /// <summary>The script.</summary>
    public static SiteFile Script { get; } = SiteFiles.Named("desk", "js", "text/javascript; charset=utf-8", SiteFiles.Text("desk.js"));
}
