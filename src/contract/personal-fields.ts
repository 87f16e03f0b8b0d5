/** Which fields of a request system hold a resident's words, name or contact, by what they are called. */

/** However they are joined with other words: `ContactEmail`, `callerphone`, `Courriel_du_demandeur__c`. */
const personalParts =
  /phone|e_?mail|courriel|descri|comment|ad+ress(?!ed)|supplied|signature|birth|naissance|attachment|first_?name|last_?name|full_?name|user_?name|pr[eé]nom/i;

const list = (words: string) => new Set(words.split(' '));

const personalWords = new Set([
  ...list(
    'subject sujet note notes remark remarks remarque remarques message messages narrative transcript photo photos',
  ),
  ...list('account mail mailing mobile cell fax sms tel postal postcode dob sin nas surname media device'),
]);

const people = new Set([
  ...list(
    'contact caller customer client requestor requester resident citizen complainant applicant submitter reporter',
  ),
  ...list(
    'person tenant landlord neighbour neighbor web plaignant plaignante demandeur demanderesse appelant requerant',
  ),
  ...list('citoyen citoyenne personne owner user createdby modifiedby agent assignee employee staff inspector officer'),
]);

const names = list('name names nom noms');
const identifiers = list('id key code ref number');

/**
 * By the vendors' own names, and those that cities give. No mapping may ask for such a field; of a path through
 * related records (`Contact.MailingCity`) each step counts.
 */
export function isPersonal(field: string): boolean {
  const steps = field.split('.').map((step) => step.replace(/__(?:c|r|pc|pr)$/i, ''));
  return steps.some((step, at) => {
    const words = wordsOf(step);
    if (personalParts.test(step) || words.some((word) => personalWords.has(word))) return true;
    const isLast = at === steps.length - 1;
    return isLast ? isSomebody(words, steps[at - 1]) : words.some((word) => people.has(word));
  });
}

/** A person, or a name that is not told to be of a thing: `Ward_Name` and `Ward__r.Name` are, `Name` alone is not. */
function isSomebody(words: readonly string[], before: string | undefined): boolean {
  const others = words.filter((word) => !names.has(word) && !identifiers.has(word));
  if (words.some((word) => names.has(word))) {
    const named = others.length > 0 || before === undefined ? others : wordsOf(before);
    return named.length === 0 || named.some((word) => people.has(word));
  }
  return others.length > 0 && others.every((word) => people.has(word));
}

/** `LastModifiedById` is last, modifiedby, id; `RecordType` is record, type. */
function wordsOf(step: string): string[] {
  const joined = step.replace(/(created|modified)_?by/i, '_$1by_');
  return joined
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
