using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Constructs;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Monitoring;

/// <summary>A person whom a topic mails, if a parameter of the deployment names one. The person confirms it by a mail of SNS.</summary>
internal static class MailedSubscription
{
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id; that of its condition follows from it.</param>
    /// <param name="topicArn">The topic.</param>
    /// <param name="email">The parameter: an address, or nothing.</param>
    /// <param name="otherwise">What remains where a mail gets lost, for the waiver.</param>
    public static void Add(Construct scope, string id, string topicArn, CfnParameter email, string otherwise)
    {
        var given = new CfnCondition(scope, $"{id}IsGiven", new CfnConditionProps
        {
            Expression = Fn.ConditionNot(Fn.ConditionEquals(email, "")),
        });
        var subscription = new CfnSubscription(scope, id, new CfnSubscriptionProps
        {
            TopicArn = topicArn,
            Protocol = "email",
            Endpoint = email.ValueAsString,
        });
        subscription.CfnOptions.Condition = given;
        subscription.Waive(new Waiver(
            "Serverless-SNSRedrivePolicy",
            $"A mail that could not be delivered would wait in a queue that only such a mail could tell of; {otherwise}"));
    }
}
