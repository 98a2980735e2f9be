using Assay.Storage.Drafts;
using Assay.Storage.Pictures;

namespace Assay.Publishing.Desk;

/// <summary>What is said of a picture that is sent.</summary>
/// <param name="Alt">What it shows.</param>
/// <param name="Credit">Whose it is.</param>
/// <param name="Url">Where it comes from.</param>
public sealed record SentPicture(string Alt = "", string Credit = "", string Url = "");

/// <summary>The pictures of a draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="All">In the order in which they were added.</param>
/// <param name="Sent">What was sent and could not be used.</param>
/// <param name="Problem">Why not; empty: nothing was wrong.</param>
public sealed record PicturesWork(Draft Draft, IReadOnlyList<Picture> All, SentPicture Sent, string Problem);
