/** No mapping may ask for a resident's words, name or contact, whatever the vendor or the city calls them. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPersonal } from '../../src/contract/personal-fields.ts';

/** Of Salesforce's Case, of GeoReport v2, and as cities name their own, in both languages. */
const personal = `
  Subject Description Comments SuppliedName SuppliedEmail SuppliedPhone SuppliedCompany ContactId ContactEmail
  ContactPhone ContactMobile ContactFax AccountId Contact.Name Contact.MailingCity Contact.Birthdate Account.Name
  Account.Phone Owner.Name Owner.Email CreatedBy.Name LastModifiedBy.Username Parent.Subject Name
  description requestor_name requester_name first_name last_name email phone address address_id media_url status_notes
  account_id device_id
  Caller_Name__c CallerName__c callerphone Caller__c Caller__r.Name Web_Email__c WebToCaseEmail E_Mail__c EMail__c
  Resident__c Resident_Name__c Internal_Comments__c Resolution_Notes__c Closure_Note__c Civic_Address__c
  Complainant_Phone_2__c Contact__pc Customer_ID__c Date_of_Birth__c Message__c Photo__c Postal_Code__c
  Courriel_du_demandeur__c Téléphone__c Nom__c Nom_du_citoyen__c NomDemandeur__c Prenom__c Prénom__c Adresse__c
  Commentaires__c Remarque__c Plaignant__c Demandeur__r.Nom__c Sujet__c
`;

const harmless = `
  Id CaseNumber Status Type Origin Reason Priority CreatedDate ClosedDate SystemModstamp LastModifiedDate IsClosed
  RecordType.Name RecordType.DeveloperName RecordTypeId Ward__c Ward__r.Name Ward_Name__c Department__r.Name
  Department_Name__c Nom_du_service__c Arrondissement__r.Nom__c Due_Date__c Date_Addressed__c Immediate_Risk__c
  Intermediate_Status__c Contact_Method__c Contact_Channel__c Caller_Type__c Customer_Service_Type__c
  Location__Latitude__s Location__Longitude__s Reopened_Count__c Closure_Reason__c Business_Unit__r.Name
  service_request_id service_name service_code requested_datetime updated_datetime expected_datetime status
  agency_responsible lat long jurisdiction_id service_notice source
`;

const words = (text: string) => text.trim().split(/\s+/);

test.each(words(personal))('%s is never asked for', (field) => expect(isPersonal(field)).toBe(true));
test.each(words(harmless))('%s may be asked for', (field) => expect(isPersonal(field)).toBe(false));

test('neither capitals nor a vendor’s ending nor words around it hide such a field', () => {
  const name = fc.constantFrom(
    'phone',
    'email',
    'description',
    'comment',
    'subject',
    'notes',
    'fax',
    'courriel',
    'media',
  );
  const around = fc.constantFrom('', 'Resident', 'Other', 'Old', 'Dispatch', 'Main', 'X1');
  const ending = fc.constantFrom('', '__c', '__pc', '_2__c', '2__c');
  fc.assert(
    fc.property(name, around, around, ending, fc.boolean(), (word, before, after, end, isUpper) => {
      const parts = [before, word, after].filter((part) => part !== '');
      const joined = `${parts.join('_')}${end}`;
      expect(isPersonal(isUpper ? joined.toUpperCase() : joined)).toBe(true);
      const camel = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
      expect(isPersonal(`${camel}${end}`)).toBe(true);
      expect(isPersonal(`Anything__r.${joined}`)).toBe(true);
    }),
  );
});

test('nothing is read of a person, however harmless the field', () => {
  for (const person of ['Contact', 'Account', 'Owner', 'CreatedBy', 'LastModifiedBy', 'Caller__r', 'Citoyen__r']) {
    for (const field of ['Id', 'Type', 'City', 'Ward__c', 'Department']) {
      expect(isPersonal(`${person}.${field}`), `${person}.${field}`).toBe(true);
    }
  }
});
