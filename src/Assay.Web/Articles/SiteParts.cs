using Assay.Formats.Records;
using Assay.Storage;
using Assay.Web.Pages;

namespace Assay.Web.Articles;

/// <summary>What the pages of readers are made of.</summary>
internal sealed record SiteParts(Store Store, LiveRecord Record, Frames Frames, WorkbenchOptions Options, TimeProvider Time)
{
    /// <summary>The day that it is, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
