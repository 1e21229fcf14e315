using System.Text.Json.Serialization;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Json;

/// <summary>
/// Reads and writes the bodies of requests and answers, with code made at build time. The default encoder escapes all that could
/// be taken for markup.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = Limits.BodyDepth)]
[JsonSerializable(typeof(GlossaryRequest))]
[JsonSerializable(typeof(TermRequest))]
[JsonSerializable(typeof(ReviewRequest))]
[JsonSerializable(typeof(ImageUploadRequest))]
[JsonSerializable(typeof(ImageUploadResponse))]
[JsonSerializable(typeof(GlossaryResponse))]
[JsonSerializable(typeof(TermResponse))]
[JsonSerializable(typeof(GlossaryPage))]
[JsonSerializable(typeof(TermPage))]
[JsonSerializable(typeof(ReviewResponse))]
[JsonSerializable(typeof(DueTerms))]
[JsonSerializable(typeof(ProblemResponse))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportReceipt))]
[JsonSerializable(typeof(ReportResponse))]
[JsonSerializable(typeof(ReportPage))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(LiveTicketResponse))]
[JsonSerializable(typeof(LiveMessage))]
[JsonSerializable(typeof(LiveEvent))]
[JsonSerializable(typeof(LiveChange))]
internal sealed partial class ContractJson : JsonSerializerContext;
