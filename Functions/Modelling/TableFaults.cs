using System.Net;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Functions.Modelling;

/// <summary>
/// Tells the faults that pass from those that do not
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).
/// </summary>
internal static class TableFaults
{
    /// <summary>
    /// Whether the same request may succeed in a moment: throttling, a lost connection, an answer that broke off, no time left.
    /// </summary>
    public static bool MeansBusy(Exception fault) => fault is
        TableBusyException
        or OperationCanceledException
        or HttpRequestException
        or IOException
        or ProvisionedThroughputExceededException
        or RequestLimitExceededException
        or TransactionConflictException
        or AmazonServiceException { ErrorCode: "ThrottlingException" }
        or AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError }
        or AmazonClientException { InnerException: HttpRequestException or IOException or OperationCanceledException }
        or AmazonUnmarshallingException { InnerException: IOException or JsonException };

    /// <summary>Whether nothing but others in its way cancelled a transaction; a condition that failed is an answer.</summary>
    public static bool IsContention(IEnumerable<CancellationReason> reasons)
    {
        var codes = reasons.Select(reason => reason.Code).Where(code => code is not (null or "None")).ToList();
        return codes is not []
            && codes.All(code => code is "TransactionConflict" or "ThrottlingError" or "ProvisionedThroughputExceeded");
    }

    public static bool IsRefusal(IEnumerable<CancellationReason> reasons) =>
        reasons.Any(reason => reason.Code is "ConditionalCheckFailed");
}
