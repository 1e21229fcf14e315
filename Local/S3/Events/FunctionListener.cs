using System.Text;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.S3.Events;

/// <summary>A function, whose policy must let S3 invoke it for the bucket.</summary>
internal sealed class FunctionListener(IFunctions functions, string functionArn, NotificationFilter filter, string bucket)
    : IBucketListener
{
    public void Tell(ObjectChange change)
    {
        if (filter.Matches(change))
        {
            Background.StartTask($"The notification of {functionArn}", () => InvokeAsync(change));
        }
    }

    private async Task InvokeAsync(ObjectChange change)
    {
        try
        {
            var payload = Encoding.UTF8.GetBytes(ObjectRecord.Write(change, bucket, filter.Id));
            await functions.InvokeAsync(
                new InvokeRequest(functionArn, payload)
                {
                    InvocationType = InvocationType.Event,
                    ServicePrincipal = QueueListener.Principal,
                    SourceArn = Bucket.ArnOf(bucket),
                },
                CancellationToken.None);
        }
        catch (LambdaServiceException refusal)
        {
            Progress.Say($"A notification of the bucket {bucket} for {functionArn} is lost: {refusal.Message}");
        }
    }
}
