import { appealFor } from '../../src/appeals/find-appeals';
import { ship } from '../../src/appeals/ship';
import { type CustomerDetails, customerOf, removeCustomer, updateCustomer } from '../../src/customers/customer';
import { confirmAddress, correctAddress } from '../../src/customers/delivery-address';
import type { Appeal } from '../../src/domain/appeal';
import { Conflict, NotFound } from '../../src/errors';
import { AppealModel } from '../../src/models/appeal';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, newAppeal } from '../support/cases';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const elsewhere = 'Weg 2\n54321 Dorf';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

const addressOf = async ({ id }: Appeal) => (await customerOf(id))?.address;
const asCustomer = (appeal: Appeal) => by(customerOfCase(appeal), appeal);
const now = ({ id }: Appeal) => appealFor(agent, id);

describe('an address', () => {
  it('cannot be confirmed where there is none', async () => {
    const appeal = await cases.searching({ customer: { address: '' } });
    await expect(confirmAddress(asCustomer(appeal))).rejects.toThrow(Conflict);
    expect(await now(appeal)).toEqual(appeal);
  });

  it('cannot be given once its owner was erased', async () => {
    const appeal = await cases.searching();
    await removeCustomer(appeal.id);
    await expect(correctAddress(asCustomer(appeal), elsewhere)).rejects.toThrow(NotFound);
    expect(await now(appeal)).toEqual(appeal);
  });

  it('stays as it was when the parcel is packed', async () => {
    const appeal = await cases.onItsWay();
    await expect(correctAddress(asCustomer(appeal), elsewhere)).rejects.toThrow(Conflict);
    expect(await addressOf(appeal)).toBe('Weg 1, 12345 Ort');
  });

  it('stays as it was when the parcel is packed at this very moment', async () => {
    const appeal = await cases.atDesk();
    const write = jest.spyOn(AppealModel, 'findOneAndUpdate').mockImplementationOnce((() => {
      throw new Conflict('conflict.notNow');
    }) as never);
    await expect(correctAddress(asCustomer(appeal), elsewhere)).rejects.toThrow(Conflict);
    write.mockRestore();
    expect(await addressOf(appeal)).toBe('Weg 1, 12345 Ort');
    await ship(by(agent, appeal), { carrier: 'dhl', trackingNumber: '', quantity: 1 });
  });

  it('is replaced, and the timeline says so without saying it', async () => {
    const appeal = await cases.atDesk();
    await correctAddress(asCustomer(appeal), elsewhere);
    expect(await addressOf(appeal)).toBe(elsewhere);
    const after = await now(appeal);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'address_corrected', actor: { kind: 'customer' } });
    expect(JSON.stringify(after)).not.toContain('Dorf');
  });

  it('is the customer’s own word, which leaves all else as it is', async () => {
    const appeal = await cases.searching();
    const details: CustomerDetails = { ...newAppeal().customer, name: 'Mia Muster' };
    await updateCustomer(appeal.id, details);
    await correctAddress(asCustomer(appeal), elsewhere);
    expect(await customerOf(appeal.id)).toMatchObject({ ...details, address: elsewhere });
  });
});
